"""Numbers that a slip of the keyboard makes unreadable: a year of five figures.

Such a number is read as what it most likely is, so that it can be looked up; `Citation.number_typed` keeps what was
typed, and `kb.citation.consistency` tells the difference. Letters for figures were read before
(`kb.citation.figures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MISREAD = re.compile(
    r"(?<![\w/.-])(?P<ordinal>\d{1,5})/(?P<year>\d{5})(?=/)(?P<symbol>[/-](?:NĐ|TT|QĐ|NQ|CT|KL|KH|HD|TB|TTLT|UBTVQH|QH)[\w]*(?:[-/][A-ZĐ][\w&]*){0,3})"
)
FIRST_YEAR, LAST_YEAR = 1945, 2045
"""Years that a number can bear."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A number that was typed with a slip: its place in the plain text, and what it can be."""

    start: int
    end: int
    likely: tuple[str, ...]


def misread_numbers(text: str) -> Iterator[Misread]:
    """Numbers in a plain text whose year is none, each with its likely readings."""
    for match in _MISREAD.finditer(text):
        likely = tuple(f"{match['ordinal']}/{year}{match['symbol']}" for year in _years(match["year"]))
        if likely:
            yield Misread(*match.span(), likely)


def _years(typed: str) -> list[str]:
    """The years that five figures can stand for: with one too many taken out."""
    shorter = {typed[:i] + typed[i + 1 :] for i in range(len(typed))}
    return sorted(year for year in shorter if FIRST_YEAR <= int(year) <= LAST_YEAR)
