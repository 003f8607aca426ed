"""Numbers that a slip of the keyboard or of a scanner makes unreadable: letters for figures, a year of five figures.

Such a number is read as what it most likely is, so that it can be looked up; `Citation.number_typed` keeps what was
typed, and `kb.citation.consistency` tells the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FIGURES = str.maketrans("lIOo", "1100")
_MISREAD = re.compile(
    r"(?<![\w/.-])(?=[lIOo]*\d)(?P<ordinal>[\dlIOo]{1,5})"
    r"(?:/(?P<year>[\dlIOo]{4,5})(?=/))?(?P<symbol>[/-](?:NĐ|TT|QĐ|NQ|CT|KL|KH|HD|TB|TTLT|UBTVQH|QH)[\w]*(?:[-/][A-ZĐ][\w&]*){0,3})"
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
    """Numbers in a plain text whose figures are none, each with its likely readings."""
    for match in _MISREAD.finditer(text):
        figures = match["ordinal"].translate(_FIGURES)
        years = _years((match["year"] or "").translate(_FIGURES))
        likely = tuple(f"{figures}{f'/{year}' if year else ''}{match['symbol']}" for year in years)
        if likely and likely != (match.group(),):
            yield Misread(*match.span(), likely)


def _years(typed: str) -> list[str]:
    """The years that figures can stand for: themselves, or with one figure too many taken out; one empty for none."""
    if len(typed) < 5:
        return [typed]
    shorter = {typed[:i] + typed[i + 1 :] for i in range(len(typed))}
    return sorted(year for year in shorter if FIRST_YEAR <= int(year) <= LAST_YEAR)
