"""Dates as typed in a citation."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kb.citation.figures import FIGURES
from kb.citation.models import Citation
from kb.citation.patterns import DATE_PARTS
from kb.citation.reading import without_page_headers
from kb.language.dates import PartialDate
from kb.language.fold import composed

SHORT_YEARS_OF_THIS_CENTURY = 45
"""Years of two figures below this one are of the 2000s; the first documents that may be cited are of 1945."""


def typed_date(citation: Citation) -> PartialDate | None:
    """The day as typed; None where there is none or it is no date (``21/01/20214``)."""
    return _day(citation.date_typed.surface) if citation.date_typed else None


@lru_cache(maxsize=1 << 12)
def _day(surface: str) -> PartialDate | None:
    """The day of a surface. Remembered: a citation is compared with many documents."""
    day, month, year = (int(part) for part in DATE_PARTS.findall(_figures(surface))[:3])
    if year < 100:
        year += 2000 if year < SHORT_YEARS_OF_THIS_CENTURY else 1900
    try:
        return PartialDate.of(date(year, month, day))
    except ValueError:
        return None


def _figures(surface: str) -> str:
    """A day as typed with figures where a scanner left letters, and without the number of a page within it."""
    return without_page_headers(composed(surface)).translate(FIGURES)


def slip(typed: PartialDate, issued: PartialDate) -> bool:
    """Whether two days differ in one of day, month and year only: a slip of the pen, not another day."""
    one, other = typed.first_day, issued.first_day
    return (one.day != other.day) + (one.month != other.month) + (one.year != other.year) == 1


def agrees(typed: PartialDate, issued: PartialDate) -> bool:
    """Whether a day lies within a date that may be known to the year or month only."""
    return issued.is_known and issued.first_day <= typed.first_day <= issued.last_day
