"""What the styles of a Word file say of their paragraphs and runs (ECMA-376, 17.7): hidden text, lists, fonts.

Names of elements are looked at without their namespace: the part holds styles alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.drafts.word_fonts import font_of
from kb.drafts.xml_events import XmlEvents, attribute

NO_LIST = "0"
"""The number of the list of a paragraph that is taken out of the list of its style."""
_DEEPEST_STYLE = 30
"""Styles that one may be based on, each on the next; Word follows about ten."""
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass
class WordStyle:
    """One style: what it says itself, and the style that it is based on."""

    kind: str = "paragraph"
    based_on: str = ""
    hidden: bool | None = None
    list_id: str | None = None
    """The list of its paragraphs (`w:numId`)."""
    level: int | None = None
    font: str = ""
    raised: bool | None = None

    def learn_of_runs(self, tag: str, attributes: dict[str, str]) -> None:
        """A property of the runs in this style."""
        if tag == "vanish":
            self.hidden = is_on(attributes)
        elif tag == "rFonts":
            self.font = font_of(attributes)
        elif tag == "vertAlign":
            self.raised = is_raised(attributes)


class WordStyles:
    """The styles of a file by their ids; a file without a part of styles has none."""

    def __init__(
        self, styles: Mapping[str, WordStyle] | None = None, defaults: Mapping[str, str] | None = None, font: str = ""
    ) -> None:
        self._styles = styles or {}
        self._defaults = defaults or {}
        self._font = font
        self._hidden: dict[str, bool] = {}
        self._fonts: dict[tuple[str, str], str] = {}

    def default(self, kind: str) -> str:
        """The style of a paragraph, or of a run (``character``), that names none; empty where there is none."""
        return self._defaults.get(kind, "")

    def hides(self, style: str) -> bool:
        """Whether the text of a style is hidden."""
        if style not in self._hidden:
            said = [each.hidden for _, each in self._line(style) if each.hidden is not None]
            self._hidden[style] = bool(said and said[0])
        return self._hidden[style]

    def raises(self, style: str) -> bool:
        """Whether the text of a style stands above the line."""
        said = (each.raised for _, each in self._line(style) if each.raised is not None)
        return bool(style) and next(said, False)

    def font(self, run: str, paragraph: str) -> str:
        """The font of a run that names none, by its style, else by that of its paragraph, else by that of the file."""
        styles = run, paragraph
        if styles not in self._fonts:
            names = [
                name if name in self._styles else self.default(kind)
                for kind, name in zip(("character", "paragraph"), styles, strict=True)
            ]
            said = (each.font for name in names for _, each in self._line(name) if each.font)
            self._fonts[styles] = next(said, self._font)
        return self._fonts[styles]

    def list_of(self, style: str) -> tuple[str | None, int | None, str]:
        """List and level of the paragraphs of a style, and the style in its line that names the list."""
        found: tuple[str | None, int | None, str] = None, None, ""
        for name, each in self._line(style):
            list_id, level, owner = found
            found = (
                list_id or each.list_id,
                each.level if level is None else level,
                owner or (name if each.list_id else ""),
            )
            if found[0]:
                break
        return found

    def _line(self, style: str) -> Iterator[tuple[str, WordStyle]]:
        """A style, the one that it is based on, and so on."""
        for _ in range(_DEEPEST_STYLE):
            if style not in self._styles:
                return
            yield style, self._styles[style]
            style = self._styles[style].based_on


class StyleReader(XmlEvents):
    """Reads the part of styles."""

    def __init__(self) -> None:
        super().__init__()
        self._styles: dict[str, WordStyle] = {}
        self._defaults: dict[str, str] = {}
        self._font = ""
        self._style: WordStyle | None = None
        self._path: list[str] = []

    def styles(self) -> WordStyles:
        """What was read."""
        return WordStyles(self._styles, self._defaults, self._font)

    def started(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._path.append(tag)
        if tag == "style":
            self._begin(attributes)
        elif self._style is not None:
            self._learn(self._style, tag, attributes)
        elif self._path[-4:] == ["docDefaults", "rPrDefault", "rPr", "rFonts"]:
            self._font = font_of(attributes)

    def _learn(self, style: WordStyle, tag: str, attributes: dict[str, str]) -> None:
        """What a style says of itself, of its runs and of its paragraphs."""
        value = attribute(attributes, "val") or ""
        if tag == "basedOn":
            style.based_on = value
        elif self._path[-3:-1] == ["style", "rPr"]:
            style.learn_of_runs(tag, attributes)
        elif tag == "numId" and self._path[-4:-2] == ["style", "pPr"]:
            style.list_id = value
        elif tag == "ilvl" and self._path[-4:-2] == ["style", "pPr"]:
            style.level = level_of(value)

    def _begin(self, attributes: dict[str, str]) -> None:
        kind, id_ = attribute(attributes, "type") or "paragraph", attribute(attributes, "styleId") or ""
        self._style = self._styles[id_] = WordStyle(kind)
        if (attribute(attributes, "default") or "0") not in _OFF:
            self._defaults.setdefault(kind, id_)

    def ended(self, name: str) -> None:
        if self._path.pop() == "style":
            self._style = None


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that is on or off (17.17.4) is on: it is where nothing is said."""
    return (attribute(attributes, "val") or "1") not in _OFF


def level_of(value: str) -> int:
    """A level of a list from 0; 0 where it is no number."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 3 else 0


def is_raised(attributes: dict[str, str]) -> bool:
    """Whether a property of vertical place (17.3.2.42) sets text above the line."""
    return attribute(attributes, "val") == "superscript"
