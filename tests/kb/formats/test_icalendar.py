"""The calendar file read back: what RFC 5545 asks, and what Google Calendar and Outlook need to take it."""

from __future__ import annotations

from datetime import date, timedelta

import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from kb.formats.icalendar import CalendarDay, as_ics
from kb.formats.visible import visible

STAMP = date(2026, 11, 23)
LONG = "Ngày hội toàn dân bảo vệ an ninh Tổ quốc; mọi nhà, mọi người cùng tham gia, " * 3
DAYS = [
    CalendarDay("ngay-19-8", date(2024, 8, 19), True, LONG, "Dòng một\nDòng hai, có dấu; và \\", STAMP),
    CalendarDay("bao-cao", date(2024, 12, 31), False, "Báo cáo năm", "", STAMP),
]


def test_read_back() -> None:
    calendar = Calendar.from_ical(as_ics("Lịch", DAYS))
    assert calendar["VERSION"] == "2.0"
    assert str(calendar["X-WR-CALNAME"]) == "Lịch"
    first, second = calendar.walk("VEVENT")
    assert str(first["UID"]) == "ngay-19-8@kb-van-ban"
    assert first.decoded("DTSTART") == date(2024, 8, 19)
    assert first.decoded("DTEND") == date(2024, 8, 20)
    assert first["RRULE"].to_ical() == b"FREQ=YEARLY"
    assert str(first["SUMMARY"]) == LONG
    assert str(first["DESCRIPTION"]) == "Dòng một\nDòng hai, có dấu; và \\"
    assert "RRULE" not in second
    assert second.decoded("DTEND") == date(2025, 1, 1)


def test_another_reader_finds_it_valid() -> None:
    """vobject checks which properties RFC 5545 wants and how often, and makes the days of the rule itself."""
    calendar = vobject.readOne(as_ics("Lịch", DAYS).decode("utf-8"))
    assert calendar.validate(raiseException=True)
    first, second = calendar.vevent_list
    assert first.summary.value == LONG
    assert [day.date() for day in first.getrruleset(addRDate=True)[:2]] == [date(2024, 8, 19), date(2025, 8, 19)]
    assert second.dtstart.value == date(2024, 12, 31)


def test_whole_days_folded_lines_and_no_time_zone() -> None:
    content = as_ics("Lịch", DAYS)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    assert b"DTSTART;VALUE=DATE:20240819" in lines
    assert b"DTSTAMP:20261123T000000Z" in lines
    assert b"VTIMEZONE" not in content
    assert b"TZID" not in content


def test_same_days_same_bytes() -> None:
    assert as_ics("Lịch", DAYS) == as_ics("Lịch", list(DAYS))


words = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).map(str.strip)
words = words.filter(lambda text: text and r"\N" not in text)
"""Any but none, and none with a backslash before N: icalendar takes that for a line break already when it writes."""


@given(words, st.dates(date(1970, 1, 1), date(2090, 1, 1)), st.booleans())
def test_any_words_come_back(name: str, day: date, yearly: bool) -> None:
    (event,) = Calendar.from_ical(as_ics("Lịch", [CalendarDay("u", day, yearly, name, name, STAMP)])).walk("VEVENT")
    assert str(event["SUMMARY"]) == visible(name)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
    assert ("RRULE" in event) == yearly
