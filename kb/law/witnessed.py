"""For how long an event shows that a text is in force."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from kb.model import Event
from kb.model.vocabulary import EventKind

WITNESSED_FOR = 24
"""Months for which a witness of force holds: an act of an authority that rests on a text, a source that says so."""
WITNESSES = (EventKind.IN_FORCE, EventKind.RESUMED, EventKind.AMENDED, EventKind.ATTESTED)
"""Events that show on their day, and for a time after it, that a text is in force."""


def witnessed_until(event: Event) -> date:
    """The last day for which a dated event is a witness, counted from the first day that the event can be of."""
    day = event.date.first_day
    year, month = divmod(day.year * 12 + day.month - 1 + WITNESSED_FOR, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
