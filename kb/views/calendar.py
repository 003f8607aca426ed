"""Lịch: the observances and reports that plans name, as a page and as days for a calendar."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.formats.icalendar import CalendarDay
from kb.language.dates import PartialDate, show_iso
from kb.model import UNKNOWN, Observance, Plan, Report
from kb.views.citation_marks import CitationMark, citation_mark, gravest
from kb.views.plan_text import paragraph_address
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.upcoming import ComingDay, coming
from kb.views.wording import plan_name, section_name

HREF = "lich/"
NAME = "Ngày kỷ niệm và báo cáo của kế hoạch"
UNDATED = "kế hoạch không ghi ngày"


@dataclass(frozen=True)
class ObservanceRow:
    """A day of the year, what it rests on, and the paragraphs that name it."""

    day: str
    link: Hyperlink
    founding: tuple[tuple[Hyperlink, str], ...]
    places: tuple[Hyperlink, ...]


@dataclass(frozen=True)
class ReportRow:
    """A report, its day, the plan's words and where they stand."""

    due: str
    what: str
    words: str
    place: Hyperlink
    plan: str
    mark: CitationMark | None = None
    """The gravest verdict on what the words cite."""


@dataclass(frozen=True)
class ComingRow:
    """The next day of an observance or of a report; the other of the two is None."""

    when: ComingDay
    observance: ObservanceRow | None
    report: ReportRow | None


@dataclass(frozen=True)
class CalendarView:
    """The calendar: the days to come, reports that are over or have no day, and the file for a calendar program."""

    coming: tuple[ComingRow, ...]
    """From the day of the snapshot on."""
    over: tuple[ReportRow, ...]
    undated: tuple[ReportRow, ...]
    file: Hyperlink
    dated: int
    """How many days stand in the file."""


def calendar_view(snapshot: SiteSnapshot) -> CalendarView:
    """The next days first."""
    reports = tuple(_reports(snapshot))
    over = [
        _report(snapshot, plan, report)
        for plan, report in sorted(reports, key=lambda found: found[1].due)
        if report.due != UNKNOWN and coming(report.due, snapshot.day) is None
    ]
    undated = tuple(_report(snapshot, plan, report) for plan, report in reports if report.due == UNKNOWN)
    file = Hyperlink("Tải lịch vào điện thoại, Outlook", f"{HREF}lich.ics")
    return CalendarView(coming_rows(snapshot), tuple(over), undated, file, len(tuple(calendar_days(snapshot))))


def coming_rows(snapshot: SiteSnapshot) -> tuple[ComingRow, ...]:
    """Every observance and dated report by its next day, the nearest first; what comes no more is left out."""
    observances = (
        (coming(observance.day, snapshot.day), _observance(snapshot, observance), None)
        for observance, _ in _named(snapshot)
    )
    reports = (
        (coming(report.due, snapshot.day), None, _report(snapshot, plan, report)) for plan, report in _reports(snapshot)
    )
    rows = [ComingRow(when, named, report) for when, named, report in (*observances, *reports) if when]
    return tuple(sorted(rows, key=lambda row: row.when.day))


def calendar_days(snapshot: SiteSnapshot) -> Iterator[CalendarDay]:
    """The days for a calendar file; a report without a day has none."""
    for observance, plan in _named(snapshot):
        stamp = _checked([s.checked for s in observance.sources] or [plan.dated.latest])
        if first := _first(int(plan.year), observance.day):
            yield CalendarDay(observance.id, first, True, observance.name, observance.summary, stamp)
    for plan, report in _reports(snapshot):
        yearly = len(report.due) == len("06-15")
        first = _first(int(plan.year), report.due) if yearly else _once(report.due)
        if first:
            uid = f"{plan.id}-{hashlib.sha256(f'{report.at} {report.words}'.encode()).hexdigest()[:12]}"
            stamp = _checked([s.checked for s in plan.sources] or [plan.dated.latest])
            yield CalendarDay(uid, first, yearly, report.what, f"{plan.title}: “{report.words}”", stamp)


def _first(year: int, day: str) -> date | None:
    """The first year from `year` on that has this day (29 February comes within eight); None for no day at all."""
    for candidate in range(year, year + 9):
        try:
            return date.fromisoformat(f"{candidate}-{day}")
        except ValueError:
            continue
    return None


def _once(day: str) -> date | None:
    return None if day == UNKNOWN else date.fromisoformat(day)


def _checked(days: list[PartialDate]) -> date:
    return max(days).first_day


def _named(snapshot: SiteSnapshot) -> Iterator[tuple[Observance, Plan]]:
    """Observances in the order of the year, each with the first plan that names it or rests on it."""
    for observance in sorted(snapshot.corpus.observances.values(), key=lambda o: (o.day, o.id)):
        for plan in sorted(snapshot.corpus.plans.values(), key=lambda plan: plan.year):
            if tuple(_places(snapshot, plan, observance.id)):
                yield observance, plan
                break


def _places(snapshot: SiteSnapshot, plan: Plan, observance: str) -> Iterator[Hyperlink]:
    """Each section once, by the first paragraph that names it."""
    sections: dict[str, str] = {}
    for mention in snapshot.mentions(plan):
        if mention.target == observance:
            sections.setdefault(mention.paragraph.split(".")[0], mention.paragraph)
    yield from (_place(plan, paragraph) for paragraph in sections.values())
    for section in plan.sections:
        if observance in section.implied and section.id not in sections:
            yield Hyperlink(section_name(section), paragraph_address(plan, section.paragraphs[0].id))


def _place(plan: Plan, paragraph: str) -> Hyperlink:
    """A paragraph by the section that it stands in, as every page calls it."""
    section = next(s for s in plan.sections if s.id == paragraph.split(".")[0])
    return Hyperlink(section_name(section), paragraph_address(plan, paragraph))


def _observance(snapshot: SiteSnapshot, observance: Observance) -> ObservanceRow:
    founding = tuple((snapshot.link(r.to), r.provision or "") for r in observance.founding)
    places = (link for plan in snapshot.corpus.plans.values() for link in _places(snapshot, plan, observance.id))
    return ObservanceRow(show_iso(observance.day), snapshot.link(observance.id), founding, tuple(places))


def _reports(snapshot: SiteSnapshot) -> Iterator[tuple[Plan, Report]]:
    return ((plan, report) for plan in snapshot.corpus.plans.values() for report in plan.reports)


def _report(snapshot: SiteSnapshot, plan: Plan, report: Report) -> ReportRow:
    yearly = len(report.due) == len("06-15")
    due = UNDATED if report.due == UNKNOWN else show_iso(report.due) + (" hằng năm" if yearly else "")
    words, mark = " ".join(report.words.split()), gravest(_marks(snapshot, plan, report))
    return ReportRow(due, report.what, words, _place(plan, report.at), plan_name(plan), mark)


def _marks(snapshot: SiteSnapshot, plan: Plan, report: Report) -> Iterator[CitationMark]:
    """The verdicts on the citations that the words of a report hold: they are quoted as the plan has them."""
    texts = {p.id: p.text for section in plan.sections for p in section.paragraphs}
    start = texts.get(report.at, "").find(report.words)
    for found in snapshot.findings(plan) if start >= 0 else ():
        if found.paragraph == report.at and start <= found.start < start + len(report.words):
            yield citation_mark(found)
