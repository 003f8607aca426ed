"""A timeline that keeps to scale at any width: places are percent of the width, days to the day.

A date known to the year or the month is drawn as long as it may mean; one not known is not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_TICKS = 7
"""Years written on the axis, at most."""
_STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class TimelineMark:
    """Something that happened between two days, both counted; the same day twice where it is known exactly."""

    label: str
    first: date
    last: date
    look: str = ""


@dataclass(frozen=True)
class TimelineDot:
    """`left` and `right` in percent of the width; `side` is where the label has room: start, middle or end."""

    mark: TimelineMark
    left: float
    right: float
    side: str


@dataclass(frozen=True)
class Timeline:
    """A drawing of dated marks; `key` makes the ids of its parts, `title` and `summary` say in words what it shows."""

    key: str
    title: str
    summary: str
    marks: tuple[TimelineDot, ...]
    """One below the other, in the order of time."""
    across: tuple[TimelineDot, ...]
    """What runs through the whole height: today, and the time of the plan."""
    ticks: tuple[tuple[int, float], ...]
    """(year, percent) on the axis."""
    start: date
    days: int
    """The first day of the axis, and how many days it has."""


def timeline(
    key: str, title: str, summary: str, marks: Sequence[TimelineMark], across: Sequence[TimelineMark]
) -> Timeline:
    """Everything on one axis, which begins and ends with a year."""
    shown = [*marks, *across]
    start, end = min(h.first for h in shown).year, max(h.last for h in shown).year + 1
    first, days = date(start, 1, 1), (date(end, 1, 1) - date(start, 1, 1)).days

    def dot(mark: TimelineMark) -> TimelineDot:
        left = 100 * (mark.first - first).days / days
        right = 100 * ((mark.last - first).days + 1) / days
        middle = (left + right) / 2
        side = "start" if middle < 35 else "end" if middle > 65 else "middle"
        return TimelineDot(mark, round(left, 2), round(right, 2), side)

    step = next((s for s in _STEPS if (end - start) / s <= _TICKS), _STEPS[-1])
    years = [year for year in range(start, end) if year % step == 0]
    ticks = tuple((year, round(100 * (date(year, 1, 1) - first).days / days, 2)) for year in years)
    ordered = sorted(marks, key=lambda h: (h.first, h.last))
    return Timeline(key, title, summary, tuple(map(dot, ordered)), tuple(map(dot, across)), ticks, first, days)
