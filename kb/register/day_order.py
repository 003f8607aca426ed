"""Columns of days in the American order, month before day: told by days that can be nothing else.

Of such a column the days that can be read both ways are no days: read in our order they would be other ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.register.columns import NAMES
from kb.register.tables import Row

_TYPED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d).*", re.DOTALL)
DAYS = tuple(column for name in ("issued", "in_force", "ended") for column in (name, *NAMES[name]))
"""The columns that hold days."""
MONTHS = 12


def month_first_columns(rows: Iterable[Row]) -> frozenset[str]:
    """The columns in which some day has its month in front, and none has its day there."""
    month_first, day_first = set(), set()
    for row in rows:
        for column in DAYS:
            first, second = _numbers(row.get(column))
            if first <= MONTHS < second:
                month_first.add(column)
            elif second <= MONTHS < first:
                day_first.add(column)
    return frozenset(month_first - day_first)


def reads_both_ways(value: object) -> bool:
    """Whether day and month of a typed day may change places, and it is another day then."""
    first, second = _numbers(value)
    return first != second and max(first, second) <= MONTHS


def _numbers(value: object) -> tuple[int, int]:
    match = _TYPED.fullmatch(value) if isinstance(value, str) else None
    return (int(match[1]), int(match[2])) if match else (0, 0)
