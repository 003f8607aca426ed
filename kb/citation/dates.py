"""Dates as typed in a citation."""

from __future__ import annotations

from datetime import date

from kb.citation.models import Citation
from kb.citation.patterns import DATE_PARTS


def typed_date(citation: Citation) -> str | None:
    """The date as typed, ISO; None where there is none or it is no date (``21/01/20214``)."""
    if citation.date_typed is None:
        return None
    day, month, year = (int(part) for part in DATE_PARTS.findall(citation.date_typed.surface)[:3])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def slip(typed: str, issued: str) -> bool:
    """Whether two ISO dates differ in one of day, month and year only: a slip of the pen, not another day."""
    return sum(a != b for a, b in zip(typed.split("-"), issued.split("-"), strict=False)) == 1
