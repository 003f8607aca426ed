"""Dates as typed in a citation."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import DATE_PARTS
from kb.citation.reading import without_page_headers
from kb.language.dates import PartialDate
from kb.language.fold import composed
from kb.number.scanned import FIGURES

SHORT_YEARS_OF_THIS_CENTURY = 45
"""Years of two figures below this one are of the 2000s; the first documents that may be cited are of 1945."""

MONTHS = 12
_MARKED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\d{1,2}$")


def typed_date(citation: Citation) -> PartialDate | None:
    """The day as typed; None where there is none or it is no date (``31/02/2014``).

    A year has four figures: what is glued to it is the mark of a footnote (``08/10/20181``).
    """
    return _day(citation.date_typed.surface) if citation.date_typed else None


@lru_cache(maxsize=1 << 12)
def _day(surface: str) -> PartialDate | None:
    """The day of a surface. Remembered: a citation is compared with many documents."""
    figures = _MARKED_YEAR.sub(r"\1", _figures(surface))
    day, month, year = (int(part) for part in DATE_PARTS.findall(figures)[:3])
    if year < 100:
        year += 2000 if year < SHORT_YEARS_OF_THIS_CENTURY else 1900
    try:
        return PartialDate.of(date(year, month, day))
    except ValueError:
        return None


def _figures(surface: str) -> str:
    """A day as typed with figures where a scanner left letters, in one piece, without the number of a page in it."""
    return without_page_headers(composed(f"ngày {surface}")).translate(FIGURES)


def slip(typed: PartialDate, issued: PartialDate) -> bool:
    """Whether two days differ in one of day, month and year only: a slip of the pen, not another day."""
    one, other = typed.first_day, issued.first_day
    return (one.day != other.day) + (one.month != other.month) + (one.year != other.year) == 1


def typed_part(citation: Citation) -> PartialDate | None:
    """The year, or the month of a year, that stands behind a number in the place of a day; of a law it is its name's.

    It may be the year of what is done by the document (``thực hiện Nghị quyết số 51-NQ/TW năm 2024``).
    """
    if citation.year is None or citation.kind is not CitationKind.NUMBERED:
        return None
    month = citation.month if citation.month and citation.month <= MONTHS else None
    return PartialDate.parse(f"{citation.year}" + (f"-{month:02}" if month else ""))


def part_agrees(part: PartialDate, issued: PartialDate) -> bool:
    """Whether a document may have been issued in a year or month."""
    return part.first_day <= issued.last_day and issued.first_day <= part.last_day


def agrees(typed: PartialDate, issued: PartialDate) -> bool:
    """Whether a day lies within a date that may be known to the year or month only."""
    return issued.is_known and issued.first_day <= typed.first_day <= issued.last_day
