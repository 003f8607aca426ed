"""iCalendar files (RFC 5545) of whole days, which need no time zone. The same days give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from icalendar import Calendar, Event, vText

from kb.formats.visible import visible

PRODUCER = "-//kb//Kho tra cuu van ban//VI"
"""PRODID: a formal public identifier (RFC 5545, section 3.7.3)."""


@dataclass(frozen=True)
class CalendarDay:
    """A day to keep, `yearly` again on the same date.

    `uid` never changes, so that a calendar that reads the file again keeps one entry. `stamp` is the day on which its
    facts were last checked; it becomes DTSTAMP, for which RFC 5545 (section 3.8.7.2) asks a time of revision, at
    midnight UTC.
    """

    uid: str
    day: date
    yearly: bool
    name: str
    description: str
    stamp: date


def as_ics(name: str, days: Iterable[CalendarDay]) -> bytes:
    """A published calendar in UTF-8, lines folded at 75 octets with CRLF; `name` is its X-WR-CALNAME.

    Each day is a VEVENT from its date to the next one (DTEND is exclusive, section 3.6.1), transparent, so that it
    blocks no time.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(visible(name)))  # the library escapes no text of an x-property by itself
    for day in days:
        calendar.add_component(_event(day))
    return bytes(calendar.to_ical())


def _event(day: CalendarDay) -> Event:
    event = Event()
    event.add("uid", vText(f"{visible(day.uid)}@kb-van-ban"))
    event.add("dtstamp", datetime(day.stamp.year, day.stamp.month, day.stamp.day, tzinfo=timezone.utc))
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    if day.yearly:
        event.add("rrule", {"freq": "yearly"})
    event.add("summary", visible(day.name))
    event.add("description", visible(day.description))
    event.add("transp", "TRANSPARENT")
    return event
