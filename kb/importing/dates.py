"""Days in words, as headers and closing articles write them."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,;:]{1,40}?)\s*,\s*)?ngày\s*(?P<day>\d{1,2})?[\s._…]*tháng\s*(?P<month>\d{1,2})?[\s._…]*năm\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,;:]{1,40}?)\s*,\s*)?ngày\s*(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})",
    re.IGNORECASE,
)


def day_in_words(text: str) -> tuple[str, str, bool] | None:
    """(place, ISO date as exact as written, whether the day is) of a line that is a date; None for another line."""
    match = _DAY.fullmatch(text.strip()) or _FIGURES.fullmatch(text.strip())
    if not match:
        return None
    iso = iso_date(match["day"], match["month"], match["year"])
    return (match["place"] or "").strip(), iso, len(iso) == 10


def day_after(words: str, text: str) -> tuple[int, str] | None:
    """(place, ISO date) of the first day written right behind `words`, a pattern; None where there is none."""
    match = re.search(
        rf"(?:{words})\s+ngày\s+(\d{{1,2}})(?:\s+tháng\s+|\s*[/.-]\s*)(\d{{1,2}})(?:\s+năm\s+|\s*[/.-]\s*)(\d{{4}})",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    iso = iso_date(*match.groups()[-3:])
    return (match.start(), iso) if len(iso) == 10 else None


def iso_date(day: str | None, month: str | None, year: str) -> str:
    """``2025-09-15``, or as much of it as there is; the year alone where there is no such day."""
    try:
        if day and month:
            return date(int(year), int(month), int(day)).isoformat()
        return date(int(year), int(month), 1).isoformat()[:7] if month else year
    except ValueError:
        return year
