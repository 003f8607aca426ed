"""Days in words, as headers and closing articles write them."""

from __future__ import annotations

import re

from kb.language.dates import PartialDate

_DAY = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,;:]{1,40}?)\s*,\s*)?ngày\s*(?P<day>\d{1,2})?[\s._…]*tháng\s*(?P<month>\d{1,2})?[\s._…]*năm\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?:(?P<place>[^\W\d_][^\d,;:]{1,40}?)\s*,\s*)?ngày\s*(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})",
    re.IGNORECASE,
)


def day_in_words(text: str) -> tuple[str, PartialDate] | None:
    """(place, date as exact as written) of a line that is a date; None for another line."""
    match = _DAY.fullmatch(text.strip()) or _FIGURES.fullmatch(text.strip())
    if not match:
        return None
    found = PartialDate.typed(match["day"], match["month"], match["year"])
    return ((match["place"] or "").strip(), found) if found.is_known else None


def day_after(words: str, text: str) -> tuple[int, PartialDate] | None:
    """(place, date) of the first day written right behind `words`, a pattern; None where there is none."""
    match = re.search(
        rf"(?:{words})\s+ngày\s+(\d{{1,2}})(?:\s+tháng\s+|\s*[/.-]\s*)(\d{{1,2}})(?:\s+năm\s+|\s*[/.-]\s*)(\d{{4}})",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    found = PartialDate.typed(*match.groups()[-3:])
    return (match.start(), found) if found.is_day else None
