"""Dates as exact as they are known, and how official texts write days.

A source may give only the year of an event, or its year and month. What is asked of such a date is then asked of a
bound: of the first or of the last day that it can mean.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import ClassVar, NoReturn, final

_PARTS = re.compile(r"(?:(\d{4})-?)?(?:(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Precision(Enum):
    """How exactly a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    UNKNOWN = "unknown"


_OF_LENGTH = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@final
class PartialDate:
    """A year, a month of a year, a day, or a date that nobody has read yet. Immutable; equal when written alike.

    Dates are ordered by their first day, then by their last, unknown dates last. By the first day, because an event
    is taken to have happened as soon as it can have; a day therefore stands before the month and the year that begin
    with it. No two dates share both days, so the order is total. To ask which of several dates reaches furthest,
    compare `last_day`.
    """

    __slots__ = ("_days", "_text")
    UNKNOWN: ClassVar[PartialDate]
    _days: tuple[date, date] | None
    _text: str

    def __init__(self, text: str, days: tuple[date, date] | None) -> None:
        """For `parse` and its like alone, which hold the text and the days together."""
        object.__setattr__(self, "_text", text)
        object.__setattr__(self, "_days", days)

    @staticmethod
    @lru_cache(maxsize=1 << 14)
    def parse(text: str) -> PartialDate:
        """``2024``, ``2024-06``, ``2024-06-30`` or ``unknown``. Raises ValueError for another text or no such day."""
        if text == "unknown":
            return PartialDate.UNKNOWN
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        first = date(year, month if match[2] else 1, day if match[3] else 1)
        if match[3]:
            return PartialDate(text, (first, first))
        last = month if match[2] else 12
        return PartialDate(text, (first, date(year, last, monthrange(year, last)[1])))

    @classmethod
    def written(cls, text: str) -> PartialDate:
        """``28/12/2021``, ``12/2021``, as official texts write dates. Raises ValueError for another text."""
        return cls.parse("-".join(part.zfill(2) for part in reversed(text.strip().split("/"))))

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A day of the calendar."""
        return cls.parse(day.isoformat())

    @classmethod
    def typed(cls, day: str | None, month: str | None, year: str) -> PartialDate:
        """The figures of a date that a text gives, as far as it gives them; the year alone where there is no such day.

        Unknown where there is no such year either (``0000``).
        """
        figures = f"{int(year):04}"
        if month:
            with suppress(ValueError):
                return cls.parse(f"{figures}-{int(month):02}" + (f"-{int(day):02}" if day else ""))
        return cls.parse(figures) if int(year) else cls.UNKNOWN

    @property
    def is_known(self) -> bool:
        """Whether at least the year is known."""
        return self._days is not None

    @property
    def precision(self) -> Precision:
        """What is known of it: year, month, day or nothing."""
        return _OF_LENGTH[len(self._text)] if self._days else Precision.UNKNOWN

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.precision is Precision.DAY

    @property
    def first_day(self) -> date:
        """The earliest day it can mean. Raises ValueError for an unknown date: ask `is_known` before."""
        return (self._days or _no_days())[0]

    @property
    def last_day(self) -> date:
        """The latest day it can mean. Raises ValueError for an unknown date: ask `is_known` before."""
        return (self._days or _no_days())[1]

    @property
    def year(self) -> str:
        """Four figures, as numbers of documents have them; empty for an unknown date."""
        return self._text[:4] if self._days else ""

    @property
    def shown(self) -> str:
        """As an official text writes it: 15/8/2014, 8/2014, 2014; ``chưa xác định`` for an unknown date."""
        return show_iso(self._text) if self._days else "chưa xác định"

    @property
    def in_words(self) -> str:
        """With the word for what is known: ngày 15/8/2014, tháng 8/2014, năm 2014."""
        word = {Precision.DAY: "ngày ", Precision.MONTH: "tháng ", Precision.YEAR: "năm "}.get(self.precision, "")
        return f"{word}{self.shown}"

    def _key(self) -> tuple[bool, date, date]:
        return (self._days is None, *(self._days or (date.max, date.max)))

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"PartialDate({self._text})"

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, PartialDate) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __lt__(self, other: PartialDate) -> bool:
        return self._key() < other._key()

    def __le__(self, other: PartialDate) -> bool:
        return self._key() <= other._key()

    def __gt__(self, other: PartialDate) -> bool:
        return self._key() > other._key()

    def __ge__(self, other: PartialDate) -> bool:
        return self._key() >= other._key()

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a date does not change: {name}")

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return PartialDate.parse, (self._text,)


PartialDate.UNKNOWN = PartialDate("unknown", None)


def _no_days() -> NoReturn:
    raise ValueError("an unknown date has no days")


_PLACE = r"(?:(?P<place>[^\W\d_][^\d,;:]{1,40}?)\s*,\s*)?ngày\s*"
_PLACE_AND_DAY = re.compile(
    rf"{_PLACE}(?P<day>\d{{1,2}})?[\s._…]*tháng\s*(?P<month>\d{{1,2}})?[\s._…]*năm\s*(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_PLACE_AND_FIGURES = re.compile(
    rf"{_PLACE}(?P<day>\d{{1,2}})\s*[/.-]\s*(?P<month>\d{{1,2}})\s*[/.-]\s*(?P<year>\d{{4}})", re.IGNORECASE
)


def place_and_day(text: str) -> tuple[str, PartialDate] | None:
    """(place or empty, date as exact as written) of a line that is a date; None for another line.

    ``Hà Nội, ngày 05 tháng 3 năm 2025`` (Nghị định 30/2020/NĐ-CP, Phụ lục I), also with day or month left open in a
    draft, also in figures: ``ngày 05/3/2025``.
    """
    match = _PLACE_AND_DAY.fullmatch(text.strip()) or _PLACE_AND_FIGURES.fullmatch(text.strip())
    if not match:
        return None
    found = PartialDate.typed(match["day"], match["month"], match["year"])
    return ((match["place"] or "").strip(), found) if found.is_known else None


def day_after(words: str, text: str) -> tuple[int, PartialDate] | None:
    """(offset of the words, date) of the first full day right behind `words`, a pattern; None where there is none."""
    match = re.search(
        rf"(?:{words})\s+ngày\s+(\d{{1,2}})(?:\s+tháng\s+|\s*[/.-]\s*)(\d{{1,2}})(?:\s+năm\s+|\s*[/.-]\s*)(\d{{4}})",
        text,
        re.IGNORECASE,
    )
    if not match:
        return None
    found = PartialDate.typed(*match.groups()[-3:])
    return (match.start(), found) if found.is_day else None


def show_iso(text: str) -> str:
    """The figures of an ISO text, also of a day of every year, as an official text writes them: ``08-19`` → 19/8.

    A zero stands before days under 10 and before the months 1 and 2 alone (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    """
    match = _PARTS.fullmatch(text)
    year, month, day = match.groups() if match else ("", "", "")
    if month and month > "02":
        month = month.removeprefix("0")
    return "/".join(filter(None, (day, month, year)))


def show_day(day: date) -> str:
    """A day of the calendar as an official text writes it: 15/8/2014."""
    return show_iso(day.isoformat())
