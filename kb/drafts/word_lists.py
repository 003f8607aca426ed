"""The lists of a Word file (ECMA-376, 17.9): of each level its first number, format and text.

A list (`w:num`) is one use of a definition (`w:abstractNum`), whose numbers go on from list to list; it may begin a
level anew and say the level's properties otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.drafts.word_styles import is_on, level_of
from kb.drafts.xml_events import XmlEvents, attribute

LEVELS = 9
"""Levels of a list (17.9.6)."""
_ATTRIBUTES = {"lvlText": "text", "suff": "suffix", "pStyle": "style", "isLgl": "legal", "vanish": "hidden"}
"""Elements of a level whose value is kept as it stands."""
_LARGEST_START = 32_767


@dataclass
class ListLevel:
    """`text` is what stands before a paragraph, ``%1`` in it the number of the first level; `restart` as in 17.9.10."""

    start: int = 0
    form: str = "decimal"
    pattern: str = ""
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str = ""
    font: str = ""
    hidden: bool = False


@dataclass
class ListDefinition:
    """The levels by their number from 0, and the numbering style that stands for them where one does."""

    levels: dict[int, ListLevel] = field(default_factory=dict)
    style_link: str = ""
    """The style whose list this is (`w:styleLink`)."""
    uses_style: str = ""
    """The style whose list stands for this one (`w:numStyleLink`)."""


@dataclass
class WordList:
    """One list: its definition, the levels that begin anew with it, and those that it says otherwise."""

    definition: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, ListLevel] = field(default_factory=dict)


class WordLists:
    """The lists of a file by their number; a file without a part of lists has none."""

    def __init__(
        self, definitions: Mapping[str, ListDefinition] | None = None, lists: Mapping[str, WordList] | None = None
    ) -> None:
        self._definitions = dict(definitions or {})
        self.lists = dict(lists or {})
        owners = {d.style_link: id_ for id_, d in self._definitions.items() if d.style_link}
        for each in self.lists.values():
            linked = self._definitions.get(each.definition, ListDefinition()).uses_style
            each.definition = owners.get(linked, each.definition) if linked else each.definition

    def level(self, list_id: str, level: int) -> ListLevel | None:
        """A level of a list as it is in force."""
        found = self.lists.get(list_id)
        if found is None:
            return None
        return found.levels.get(level) or self._definitions.get(found.definition, ListDefinition()).levels.get(level)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level that the paragraphs of a style take in its list; None where the list does not say."""
        for level in range(LEVELS):
            found = self.level(list_id, level)
            if found and found.style == style:
                return level
        return None


class ListReader(XmlEvents):
    """Reads the part of lists (`numbering.xml`)."""

    def __init__(self) -> None:
        super().__init__()
        self._definitions: dict[str, ListDefinition] = {}
        self._lists: dict[str, WordList] = {}
        self._definition: ListDefinition | None = None
        self._list: WordList | None = None
        self._override = 0
        self._level: ListLevel | None = None
        self._path: list[str] = []

    def lists(self) -> WordLists:
        """What was read."""
        return WordLists(self._definitions, self._lists)

    def started(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._path.append(tag)
        if "Fallback" in self._path:
            return
        value = attribute(attributes, "val") or ""
        if tag == "abstractNum":
            self._definition = self._definitions[attribute(attributes, "abstractNumId") or ""] = ListDefinition()
        elif tag == "num":
            self._list = self._lists[attribute(attributes, "numId") or ""] = WordList()
        elif tag == "lvl":
            self._begin_level(level_of(attribute(attributes, "ilvl") or ""))
        elif self._level is not None:
            self._in_level(self._level, tag, value, attributes)
        else:
            self._outside(tag, value, attributes)

    def _begin_level(self, number: int) -> None:
        self._level = ListLevel()
        if self._list is not None:
            self._list.levels[self._override] = self._level
        elif self._definition is not None:
            self._definition.levels[number] = self._level

    def _outside(self, tag: str, value: str, attributes: dict[str, str]) -> None:
        if self._list is not None:
            if tag == "abstractNumId":
                self._list.definition = value
            elif tag == "lvlOverride":
                self._override = level_of(attribute(attributes, "ilvl") or "")
            elif tag == "startOverride":
                self._list.starts[self._override] = _start(value)
        elif self._definition is not None:
            if tag == "styleLink":
                self._definition.style_link = value
            elif tag == "numStyleLink":
                self._definition.uses_style = value

    def _in_level(self, level: ListLevel, tag: str, value: str, attributes: dict[str, str]) -> None:
        if tag == "start":
            level.start = _start(value)
        elif tag == "numFmt":
            level.form, level.pattern = value or "decimal", attribute(attributes, "format") or ""
        elif tag == "lvlRestart":
            level.restart = level_of(value)
        elif tag in ("isLgl", "vanish"):
            setattr(level, _ATTRIBUTES[tag], is_on(attributes))
        elif tag in _ATTRIBUTES:
            setattr(level, _ATTRIBUTES[tag], value)
        elif tag == "rFonts":
            level.font = attribute(attributes, "ascii") or attribute(attributes, "hAnsi") or ""

    def ended(self, name: str) -> None:
        tag = self._path.pop()
        if tag == "abstractNum":
            self._definition = None
        elif tag == "num":
            self._list = None
        elif tag == "lvl":
            self._level = None


def _start(value: str) -> int:
    return min(int(value), _LARGEST_START) if value.isascii() and value.isdigit() and len(value) < 9 else 0
