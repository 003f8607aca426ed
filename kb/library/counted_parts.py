"""The numbers of the parts of a document as questions type them: in figures or words, one, several or a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kb.drafts.list_numbers import list_number
from kb.language.fold import folded, normal

MOST_COUNTED = 1000
"""Parts of one range."""


def either(*phrases: str) -> str:
    """Phrases as a pattern, with their marks or without."""
    forms = {form for phrase in phrases for form in (phrase, folded(phrase))}
    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=len, reverse=True))


@cache
def _worded() -> dict[str, str]:
    """``ba`` -> ``3``: the numbers up to ninety-nine in words, with their marks."""
    return {normal(list_number(number, "vietnameseCounting")): str(number) for number in range(1, 100)}


_WORDS = "|".join(sorted(_worded(), key=len, reverse=True))
_FIGURES = r"\d{1,4}[a-zđ]{0,2}"
_ENDS = r"(?:(?!\w)|(?=[kđ]\d))(?!/\d|\.\d)"
"""Behind the number of a part: no longer figure, and no number of a document."""
_JOINS = rf"(?<=\s)(?:{either('và', 'hoặc', 'đến', 'tới')})(?=\s)"
_NEXT = rf"\s*(?:,|;|&|-|–|{_JOINS})\s*(?:(?:{either('và', 'đến', 'hết')})\s+)?"


def numbers_pattern(number: str, *unit: str) -> str:
    """Numbers, those behind the first with their unit again or without: ``2 và 3``, ``2 đến Điều 5``."""
    again = rf"(?:(?:{either(*unit)})\s+)?" if unit else ""
    return rf"(?:{number}){_ENDS}(?:{_NEXT}{again}(?:{number}){_ENDS}(?![/-]\w))*"


COUNTED = rf"{_FIGURES}|{_WORDS}"
"""A number of articles or clauses, as a pattern."""
_BETWEEN = re.compile(rf"({_NEXT}(?:(?:{either('điều', 'khoản', 'điểm')})\s+)?)")
_UP_TO = re.compile(rf"[-–]|{either('đến', 'tới')}")
_LEADING = re.compile(r"^0+(?=\d)")


def numbers_counted(typed: str) -> Iterator[str]:
    """``2, 4 đến 6`` one by one."""
    pieces = _BETWEEN.split(typed)
    numbers = [_worded().get(piece) or _LEADING.sub("", piece) for piece in pieces[::2]]
    yield numbers[0]
    for before, link, number in zip(numbers, pieces[1::2], numbers[1:], strict=False):
        is_range = _UP_TO.search(link) and before.isdigit() and number.isdigit()
        if is_range and int(before) < int(number) < int(before) + MOST_COUNTED:
            yield from map(str, range(int(before) + 1, int(number)))
        yield number
