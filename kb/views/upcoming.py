"""Days to come: when a day of the year or a single day comes next, in the words of a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb.language.dates import show_day
from kb.model import UNKNOWN

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_YEARS_WITHOUT_29_FEBRUARY = 8
"""At most: 1896 to 1904, and again 2096 to 2104."""


@dataclass(frozen=True)
class ComingDay:
    """`due` is as the record has it, so that a page can find the next day on the reader's clock."""

    due: str
    day: date
    left: int
    """Days from the day of the snapshot."""

    @property
    def shown(self) -> str:
        """``Thứ Bảy, 19/8/2028``."""
        return f"{_WEEKDAYS[self.day.weekday()]}, {show_day(self.day)}"

    @property
    def left_shown(self) -> str:
        """How long it is until then."""
        return {0: "hôm nay", 1: "ngày mai"}.get(self.left, f"còn {self.left} ngày")


def coming(due: str, today: date) -> ComingDay | None:
    """The next day of ``MM-DD`` (every year) or ``YYYY-MM-DD`` (once), today included; None where none comes."""
    day = _next(due, today)
    return ComingDay(due, day, (day - today).days) if day else None


def _next(due: str, today: date) -> date | None:
    if due == UNKNOWN:
        return None
    if len(due) > len("MM-DD"):
        once = date.fromisoformat(due)
        return once if once >= today else None
    days = (_day_of(year, due) for year in range(today.year, today.year + _YEARS_WITHOUT_29_FEBRUARY + 1))
    return next((day for day in days if day and day >= today), None)


def _day_of(year: int, due: str) -> date | None:
    """The day of this year; None where the year has none."""
    try:
        return date.fromisoformat(f"{year}-{due}")
    except ValueError:
        return None
