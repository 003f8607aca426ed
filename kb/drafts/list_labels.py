"""What Word writes in front of the paragraphs of a list, counted in the order of the text (ECMA-376, 17.9).

It stands nowhere in the file: ``Điều 1.``, ``1.`` and ``a)`` of most office documents are made so.
"""

from __future__ import annotations

import re

from kb.drafts.list_numbers import list_number
from kb.drafts.symbol_fonts import in_font
from kb.drafts.word_lists import LEVELS, ListLevel, WordLists
from kb.drafts.word_styles import NO_LIST, WordStyles

_PLACE = re.compile(r"%([1-9])")
_SUFFIXES = {"nothing": "", "space": " ", "tab": " "}
"""What stands between the number and the words: a blank for a tab, whose width says nothing."""
_DECIMAL = frozenset({"none", "bullet", "decimal", "decimalZero"})


class ListLabels:
    """Counts the lists of one part."""

    def __init__(self, styles: WordStyles, lists: WordLists) -> None:
        self._styles, self._lists = styles, lists
        self._counters: dict[str, list[int | None]] = {}
        """By definition the last number of each level, None where it begins with its first."""
        self._begun: set[tuple[str, int]] = set()
        """Lists and levels that have begun anew already."""

    def label(self, style: str, list_id: str | None, level: int | None) -> str:
        """What stands in front of a paragraph: `list_id` and `level` are its own, where it has them."""
        place = self._place(style or self._styles.default("paragraph"), list_id, level)
        if place is None:
            return ""
        list_id, level = place
        found = self._lists.level(list_id, level)
        if found is None:
            return ""
        numbers = self._count(list_id, level, found)
        return "" if found.hidden else self._shown(list_id, found, numbers)

    def _place(self, style: str, list_id: str | None, level: int | None) -> tuple[str, int] | None:
        """The list and the level of a paragraph; None where it stands in none."""
        styled_list, styled, owner = self._styles.list_of(style)
        if list_id is None:
            list_id = styled_list
            linked = self._lists.level_of_style(list_id, owner) if list_id else None
            styled = styled if linked is None else linked
        if level is None:
            level = styled
        if list_id is None or list_id == NO_LIST or list_id not in self._lists.lists:
            return None
        return list_id, min(level or 0, LEVELS - 1)

    def _count(self, list_id: str, level: int, found: ListLevel) -> list[int]:
        """The numbers of all levels down to this one, which goes on by one."""
        own = self._lists.lists[list_id]
        counters = self._counters.setdefault(own.definition, [None] * LEVELS)
        start = own.starts.get(level, found.start)
        if level in own.starts and (list_id, level) not in self._begun:
            counters[level] = None
        self._begun.add((list_id, level))
        last = counters[level]
        counters[level] = start if last is None else last + 1
        for lower in range(level + 1, LEVELS):
            if self._begins_again(list_id, lower, level):
                counters[lower] = None
        return [self._number(list_id, each, counters[each]) for each in range(level + 1)]

    def _number(self, list_id: str, level: int, counted: int | None) -> int:
        """Of a level that was not used yet its first number."""
        if counted is not None:
            return counted
        found = self._lists.level(list_id, level)
        return self._lists.lists[list_id].starts.get(level, found.start if found else 0)

    def _begins_again(self, list_id: str, lower: int, level: int) -> bool:
        found = self._lists.level(list_id, lower)
        if found is None or found.restart is None:
            return True
        return level < found.restart

    def _shown(self, list_id: str, level: ListLevel, numbers: list[int]) -> str:
        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            if place >= len(numbers):
                return ""
            of = self._lists.level(list_id, place)
            form = of.form if of else "decimal"
            if level.legal and form not in _DECIMAL:
                form = "decimal"
            return list_number(numbers[place], form, of.pattern if of else "")

        text = in_font(level.text, level.font)
        if level.form != "bullet":
            text = _PLACE.sub(number, text)
        return text + _SUFFIXES.get(level.suffix, " ") if text else ""
