"""Numbers that a slip of the keyboard makes unreadable: a year that is none, a blank where a sign should stand.

Such a number is read as what it most likely is, so that it can be looked up; `Citation.number_typed` keeps what was
typed, and `misread_fault` tells the difference. Letters for figures were read before (`kb.citation.figures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.citation.edits import DIGITS, edits
from kb.citation.models import Citation, CitationFault
from kb.citation.signs import unsigned_numbers
from kb.number.types import BY_NAME, STATE

FIRST_YEAR, LAST_YEAR = 1945, 2045
"""Years that a number can bear."""
FIGURES_OF_A_YEAR = 4
FIRST_SHORT_YEAR = 46
"""Years of two figures from this one on are of the 1900s, when years of two figures were usual."""
_YEAR = re.compile(
    r"(?<![\w/.-])(?P<ordinal>\d{1,5})/(?!(?:19|20)\d\d/)(?P<year>\d{2,5})(?=/)"
    r"(?P<symbol>/(?:NĐ|TT|QĐ|NQ|CT|KL|KH|HD|TB|TTLT|UBTVQH|QH)[\w]*(?:[-/][A-ZĐ][\w&]*){0,3})"
)


@dataclass(frozen=True, slots=True)
class Misread:
    """A number that was typed with a slip: its place in the plain text, and what it can be."""

    start: int
    end: int
    likely: tuple[str, ...]
    group: str = ""
    """The letters of the type, of a number without a sign: they make it one only behind the word of that type."""

    def fits(self, type_name: str) -> bool:
        """Whether a type word is the one that the letters stand for."""
        row = BY_NAME.get(type_name)
        return row is not None and self.group in (*row.symbols, *row.variants)


def misread_numbers(text: str) -> Iterator[Misread]:
    """Numbers in a plain text that no reader of numbers takes, each with its likely readings."""
    for match in _YEAR.finditer(text):
        years = tuple(f"{match['ordinal']}/{year}{match['symbol']}" for year in _years(match["year"]))
        if years:
            yield Misread(*match.span(), years)
    for start, end, likely, group in unsigned_numbers(text):
        yield Misread(start, end, (likely,), group)


def _years(typed: str) -> list[str]:
    """The years that wrong figures can stand for: by one slip, or by the century left out."""
    if len(typed) == FIGURES_OF_A_YEAR // 2:
        return [f"{19 if int(typed) >= FIRST_SHORT_YEAR else 20}{typed}"]
    one_slip = {year for year in edits(typed, DIGITS) if len(year) == FIGURES_OF_A_YEAR}
    return sorted(year for year in one_slip if FIRST_YEAR <= int(year) <= LAST_YEAR)


def misread_fault(citation: Citation) -> CitationFault | None:
    """What was typed for the number beside what it most likely is; None where the number was read as typed."""
    if not citation.likely or citation.number_typed is None:
        return None
    typed, likely = " ".join(citation.number_typed.surface.split()), " hoặc ".join(citation.likely)
    if _letters(typed) == _letters(likely):
        return CitationFault("signs", likely, typed, "remark")
    severity = "doubt" if _SHORT_YEAR.search(typed) else "error"
    return CitationFault("figures", likely, typed, severity, source=STATE)


_SHORT_YEAR = re.compile(r"/\d\d/")


def _letters(number: str) -> str:
    return re.sub(r"[\W_]", "", number)
