"""Days to keep as an iCalendar file (RFC 5545): whole days, so no time zones; the same bytes for the same days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from icalendar import Calendar, Event

PRODUCER = "-//kb//Kho tra cuu van ban//VI"


@dataclass(frozen=True)
class CalendarDay:
    """`uid` never changes, so that a calendar that reads the file again keeps one entry. `stamp` is the day
    its facts were last checked: what RFC 5545 asks of DTSTAMP, without the clock."""

    uid: str
    day: date
    yearly: bool
    name: str
    description: str
    stamp: date


def as_ics(name: str, days: Iterable[CalendarDay]) -> bytes:
    """A published calendar that Google Calendar and Outlook take: the whole day, free, every year where it is so."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for day in days:
        calendar.add_component(_event(day))
    return bytes(calendar.to_ical())


def _event(day: CalendarDay) -> Event:
    event = Event()
    event.add("uid", f"{day.uid}@kb-van-ban")
    event.add("dtstamp", datetime(day.stamp.year, day.stamp.month, day.stamp.day, tzinfo=timezone.utc))
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    if day.yearly:
        event.add("rrule", {"freq": "yearly"})
    event.add("summary", day.name)
    event.add("description", day.description)
    event.add("transp", "TRANSPARENT")
    return event
