"""Dates as typed in a citation."""

from __future__ import annotations

from datetime import date

from kb.citation.models import Citation
from kb.citation.patterns import DATE_PARTS
from kb.language.dates import PartialDate


def typed_date(citation: Citation) -> PartialDate | None:
    """The day as typed; None where there is none or it is no date (``21/01/20214``)."""
    if citation.date_typed is None:
        return None
    day, month, year = (int(part) for part in DATE_PARTS.findall(citation.date_typed.surface)[:3])
    try:
        return PartialDate.of(date(year, month, day))
    except ValueError:
        return None


def slip(typed: PartialDate, issued: PartialDate) -> bool:
    """Whether two days differ in one of day, month and year only: a slip of the pen, not another day."""
    one, other = typed.first_day, issued.first_day
    return (one.day != other.day) + (one.month != other.month) + (one.year != other.year) == 1
