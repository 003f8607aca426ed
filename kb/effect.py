"""Hiệu lực: the status of a record on a day, computed from its dated events, with the reason.

A status is never typed in. The order of the tests is the order in which the law lets one event
override another: an ending beats a suspension, a suspension beats a phase, and only then is it
asked whether the text was ever known to be in force (Luật Ban hành văn bản quy phạm pháp luật:
a text applies from its effective date until a later text ends it). Where no event decides, the
answer is *chưa xác định*: absence of news is not proof of force.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.corpus import Corpus
from kb.model import UNKNOWN, Document, Event, Programme, Record
from kb.vocabulary import EventKind, Status


@dataclass(frozen=True)
class Effect:
    """A status, the Vietnamese sentence that says why, and the event that decided."""

    status: Status
    reason: str
    event: Event | None = None


def first_day(text: str) -> date:
    """The earliest day an ISO date as exact as ``2024`` or ``2024-06`` can mean."""
    year, month, day = [*(int(part) for part in text.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The latest day that date can mean."""
    parts = [int(part) for part in text.split("-")]
    year, month = [*parts, 12][:2]
    return date(year, month, parts[2] if len(parts) == 3 else monthrange(year, month)[1])


def show_date(text: str) -> str:
    """``2021-12-28`` as an official text writes it: 28/12/2021; ``2021-12`` as 12/2021."""
    return "chưa xác định" if text == UNKNOWN else "/".join(reversed(text.split("-")))


def status_on(corpus: Corpus, record: Record, day: date) -> Effect:
    """The effect of a document or programme on `day`; other records have none (unknown)."""
    if not isinstance(record, (Document, Programme)):
        return Effect(Status.UNKNOWN, "loại bản ghi này không có hiệu lực")
    reckoning = _Reckoning(corpus, record.events, day)
    for step in (
        reckoning.not_issued,
        reckoning.ended,
        reckoning.suspended,
        reckoning.not_yet,
        reckoning.phase_over,
        reckoning.in_force,
        reckoning.running,
        reckoning.concluded,
    ):
        effect = step()
        if effect:
            return effect
    return reckoning.undecided()


class _Reckoning:
    """One record's events seen from one day."""

    def __init__(self, corpus: Corpus, events: tuple[Event, ...], day: date) -> None:
        self.documents: Mapping[str, Document] = corpus.documents
        self.events = events
        self.day = day

    def of(self, *kinds: EventKind) -> list[Event]:
        found = [event for event in self.events if event.kind in kinds and event.date != UNKNOWN]
        return sorted(found, key=lambda event: event.date)

    def past(self, *kinds: EventKind) -> list[Event]:
        return [event for event in self.of(*kinds) if first_day(event.date) <= self.day]

    def by(self, event: Event) -> str:
        document = self.documents.get(event.by or "")
        return f" bởi {cite_name(document)}" if document else ""

    def not_issued(self) -> Effect | None:
        future = [e for e in self.of(EventKind.ISSUED) if first_day(e.date) > self.day]
        return Effect(Status.NOT_YET, f"ban hành ngày {show_date(future[0].date)}", future[0]) if future else None

    def ended(self) -> Effect | None:
        kinds = (EventKind.REPLACED, EventKind.REPEALED)
        past = self.past(*kinds)
        if past:
            event = past[-1]
            return Effect(
                Status.ENDED, f"{event.kind.label.lower()} từ ngày {show_date(event.date)}{self.by(event)}", event
            )
        for event in self.events:
            if event.kind in kinds and event.date == UNKNOWN and self._by_was_issued(event):
                return Effect(Status.ENDED, f"{event.kind.label.lower()}{self.by(event)} (chưa rõ ngày)", event)
        return None

    def suspended(self) -> Effect | None:
        past = self.past(EventKind.SUSPENDED, EventKind.RESUMED)
        if past and past[-1].kind is EventKind.SUSPENDED:
            return Effect(
                Status.SUSPENDED, f"ngưng hiệu lực từ ngày {show_date(past[-1].date)}{self.by(past[-1])}", past[-1]
            )
        return None

    def not_yet(self) -> Effect | None:
        starts = self.of(EventKind.IN_FORCE)
        if starts and first_day(starts[0].date) > self.day:
            return Effect(Status.NOT_YET, f"có hiệu lực từ ngày {show_date(starts[0].date)}", starts[0])
        return None

    def phase_over(self) -> Effect | None:
        ends = self.of(EventKind.PHASE_ENDED)
        if not ends or last_day(ends[-1].date) >= self.day:
            return None
        extensions = self.past(EventKind.EXTENDED)
        if extensions and extensions[-1].date > ends[-1].date:
            event = extensions[-1]
            return Effect(Status.RUNNING, f"được kéo dài thời gian thực hiện{self.by(event)}", event)
        return Effect(Status.PHASE_OVER, f"giai đoạn thực hiện đến {show_date(ends[-1].date)} đã hết", ends[-1])

    def in_force(self) -> Effect | None:
        starts = self.past(EventKind.IN_FORCE)
        amended = self._amended()
        if starts:
            reason = f"có hiệu lực từ ngày {show_date(starts[0].date)}; kho chưa ghi nhận văn bản chấm dứt hiệu lực"
            return self._standing(starts[0], reason, amended)
        later = [e for e in self.of(EventKind.ATTESTED) if last_day(e.date) >= self.day]
        if later:
            return self._standing(later[-1], f"còn được áp dụng hoặc viện dẫn vào {show_date(later[-1].date)}", amended)
        return None

    def _standing(self, event: Event, reason: str, amended: Event | None) -> Effect:
        if amended is None:
            return Effect(Status.IN_FORCE, reason, event)
        when = f" ngày {show_date(amended.date)}" if amended.date != UNKNOWN else " (chưa rõ ngày)"
        return Effect(Status.AMENDED, f"{reason}; đã được sửa đổi, bổ sung{self.by(amended)}{when}", amended)

    def _amended(self) -> Event | None:
        known = self.past(EventKind.AMENDED)
        if known:
            return known[-1]
        undated = [e for e in self.events if e.kind is EventKind.AMENDED and e.date == UNKNOWN]
        return next((event for event in undated if self._by_was_issued(event)), None)

    def _by_was_issued(self, event: Event) -> bool:
        """Whether the text behind an undated event surely existed on the day."""
        document = self.documents.get(event.by or "")
        if document is None:
            return False
        if document.issued != UNKNOWN:
            return last_day(document.issued) <= self.day
        years = [part for part in document.number.split("/") if len(part) == 4 and part.isdigit()]
        return bool(years) and int(years[0]) < self.day.year

    def running(self) -> Effect | None:
        ends = self.of(EventKind.PHASE_ENDED)
        if ends:
            return Effect(Status.RUNNING, f"trong giai đoạn thực hiện đến {show_date(ends[-1].date)}", ends[-1])
        starts = self.past(EventKind.PHASE_STARTED)
        if starts:
            return Effect(Status.RUNNING, f"giai đoạn thực hiện bắt đầu {show_date(starts[-1].date)}", starts[-1])
        return None

    def concluded(self) -> Effect | None:
        past = self.past(EventKind.CONCLUDED, EventKind.ATTESTED)
        if past and past[-1].kind is EventKind.CONCLUDED:
            return Effect(
                Status.CONCLUDED,
                f"đã tổng kết vào {show_date(past[-1].date)}; chưa rõ còn hiệu lực hay không",
                past[-1],
            )
        return None

    def undecided(self) -> Effect:
        attested = self.past(EventKind.ATTESTED)
        if attested:
            return Effect(
                Status.UNKNOWN,
                f"lần cuối thấy được áp dụng hoặc viện dẫn: {show_date(attested[-1].date)}",
                attested[-1],
            )
        return Effect(Status.UNKNOWN, "chưa đọc được điều khoản hiệu lực hoặc văn bản chấm dứt")


def cite_name(document: Document) -> str:
    """Short name: type and number, or the title where the number is unknown."""
    if document.number == UNKNOWN:
        named = document.title.startswith(document.type.label)
        return document.title if named else f"{document.type.label} “{document.title}”"
    return f"{document.type.label} {document.number}"
