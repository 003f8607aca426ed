"""Hiệu lực: the status of a record on a day, computed from its dated events, with the reason.

A status is never typed in. The order of the tests is the order in which the law lets one event
override another: an ending beats a suspension, a suspension beats a phase, and only then is it
asked whether the text was ever known to be in force (Luật Ban hành văn bản quy phạm pháp luật:
a text applies from its effective date until a later text ends it). Where no event decides, the
answer is *chưa xác định*: the absence of an ending does not prove force.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document, Event, Record
from kb.model.vocabulary import EventKind, Status

_ENDINGS = tuple(kind for kind in EventKind if kind.is_ending)


@dataclass(frozen=True)
class Effect:
    """A status, the Vietnamese sentence that says why, and the event that decided."""

    status: Status
    reason: str
    event: Event | None = None


def status_on(corpus: Corpus, record: Record, day: date) -> Effect:
    """The effect of a document or programme on `day`; other records have none (unknown)."""
    if not record.has_effect:
        return Effect(Status.UNKNOWN, "loại bản ghi này không có hiệu lực")
    timeline = EventTimeline(corpus, record.events, day)
    for step in (
        timeline.not_issued,
        timeline.ended,
        timeline.suspended,
        timeline.not_yet,
        timeline.phase_over,
        timeline.in_force,
        timeline.running,
        timeline.concluded,
    ):
        effect = step()
        if effect:
            return effect
    return timeline.undecided()


def year_of_number(document: Document) -> int | None:
    """The year that the document's number states: 2021 of ``124/2021/TT-BCA``, None of ``1497/QĐ-TTg``."""
    number = number_of(document)
    return int(number.year) if number and number.year else None


class EventTimeline:
    """The events of one record, seen from one day. Each test returns an effect, or None where it does not decide."""

    def __init__(self, corpus: Corpus, events: tuple[Event, ...], day: date) -> None:
        self.documents: Mapping[str, Document] = corpus.documents
        self.events = events
        self.day = day

    def of(self, *kinds: EventKind) -> list[Event]:
        """The dated events of these kinds, by the first day that each can be of."""
        found = [event for event in self.events if event.kind in kinds and event.date.is_known]
        return sorted(found, key=lambda event: event.date)

    def past(self, *kinds: EventKind) -> list[Event]:
        """The dated events of these kinds that may have happened by the day."""
        return [event for event in self.of(*kinds) if event.date.first_day <= self.day]

    def by(self, event: Event) -> str:
        """The document behind an event, as the end of a clause: `` bởi Nghị định 1/2020/NĐ-CP``; else empty."""
        document = self.documents.get(event.by or "")
        return f" bởi {document.short_name}" if document else ""

    def not_issued(self) -> Effect | None:
        """Not yet in force, where the text is issued only after the day."""
        future = [e for e in self.of(EventKind.ISSUED) if e.date.first_day > self.day]
        return Effect(Status.NOT_YET, f"ban hành ngày {future[0].date.shown}", future[0]) if future else None

    def ended(self) -> Effect | None:
        """Ended, by the latest replacement or repeal; one without a date counts once its cause was surely issued."""
        past = self.past(*_ENDINGS)
        if past:
            event = past[-1]
            return Effect(Status.ENDED, f"{event.kind.label.lower()} từ ngày {event.date.shown}{self.by(event)}", event)
        for event in self.events:
            if event.kind.is_ending and not event.date.is_known and self._by_was_issued(event):
                return Effect(Status.ENDED, f"{event.kind.label.lower()}{self.by(event)} (chưa rõ ngày)", event)
        return None

    def suspended(self) -> Effect | None:
        """Suspended, where no resumption follows the latest suspension."""
        past = sorted(self.past(EventKind.SUSPENDED, EventKind.RESUMED), key=_turn)
        if past and past[-1].kind is EventKind.SUSPENDED:
            return Effect(
                Status.SUSPENDED, f"ngưng hiệu lực từ ngày {past[-1].date.shown}{self.by(past[-1])}", past[-1]
            )
        return None

    def not_yet(self) -> Effect | None:
        """Not yet in force, where the first effective date is after the day."""
        starts = self.of(EventKind.IN_FORCE)
        if starts and starts[0].date.first_day > self.day:
            return Effect(Status.NOT_YET, f"có hiệu lực từ ngày {starts[0].date.shown}", starts[0])
        return None

    def phase_ends(self) -> list[Event]:
        """The ends of phases, also those to come: the one that reaches furthest last, of two as far the more exact."""
        return sorted(self.of(EventKind.PHASE_ENDED), key=lambda event: event.date.last_day)

    def phase_over(self) -> Effect | None:
        """The last phase is over, or running on because it was extended."""
        ends = self.phase_ends()
        if not ends or ends[-1].date.last_day >= self.day:
            return None
        extension = self._extension(ends)
        if extension:
            return Effect(Status.RUNNING, f"được kéo dài thời gian thực hiện{self.by(extension)}", extension)
        return Effect(Status.PHASE_OVER, f"giai đoạn thực hiện đến {ends[-1].date.shown} đã hết", ends[-1])

    def _extension(self, ends: list[Event]) -> Event | None:
        """The latest extension of the last of these ends that was made by the day.

        A phase is usually extended before it ends. An extension made on or before the previous end, or possibly so,
        is the one that led to the last end, which is recorded, and does not prolong that end once more.
        """
        before = [event.date.last_day for event in ends if event.date.last_day < ends[-1].date.last_day]
        made = [e for e in self.past(EventKind.EXTENDED) if not before or e.date.first_day > before[-1]]
        return made[-1] if made else None

    def in_force(self) -> Effect | None:
        """In force from an effective date on, or because it is applied or cited on the day or later."""
        starts = self.past(EventKind.IN_FORCE)
        amended = self._amended()
        if starts:
            reason = f"có hiệu lực từ ngày {starts[0].date.shown}; kho chưa ghi nhận văn bản chấm dứt hiệu lực"
            return self._standing(starts[0], reason, amended)
        later = [e for e in self.of(EventKind.ATTESTED) if e.date.last_day >= self.day]
        if later:
            return self._standing(later[-1], f"còn được áp dụng hoặc viện dẫn vào {later[-1].date.shown}", amended)
        return None

    def _standing(self, event: Event, reason: str, amended: Event | None) -> Effect:
        if amended is None:
            return Effect(Status.IN_FORCE, reason, event)
        when = f" ngày {amended.date.shown}" if amended.date.is_known else " (chưa rõ ngày)"
        return Effect(Status.AMENDED, f"{reason}; đã được sửa đổi, bổ sung{self.by(amended)}{when}", amended)

    def _amended(self) -> Event | None:
        known = self.past(EventKind.AMENDED)
        if known:
            return known[-1]
        undated = [e for e in self.events if e.kind is EventKind.AMENDED and not e.date.is_known]
        return next((event for event in undated if self._by_was_issued(event)), None)

    def _by_was_issued(self, event: Event) -> bool:
        """Whether the text behind an undated event surely existed on the day."""
        document = self.documents.get(event.by or "")
        if document is None:
            return False
        if document.issued.is_known:
            return document.issued.last_day <= self.day
        year = year_of_number(document)
        return year is not None and year < self.day.year

    def running(self) -> Effect | None:
        """A phase is running: one that ends later, or one that has begun."""
        ends = self.phase_ends()
        if ends:
            return Effect(Status.RUNNING, f"trong giai đoạn thực hiện đến {ends[-1].date.shown}", ends[-1])
        starts = self.past(EventKind.PHASE_STARTED)
        if starts:
            return Effect(Status.RUNNING, f"giai đoạn thực hiện bắt đầu {starts[-1].date.shown}", starts[-1])
        return None

    def concluded(self) -> Effect | None:
        """Summed up, and not applied or cited since."""
        past = self.past(EventKind.CONCLUDED, EventKind.ATTESTED)
        if past and past[-1].kind is EventKind.CONCLUDED:
            return Effect(
                Status.CONCLUDED,
                f"đã tổng kết vào {past[-1].date.shown}; chưa rõ còn hiệu lực hay không",
                past[-1],
            )
        return None

    def undecided(self) -> Effect:
        """Unknown, with when it was last applied or cited."""
        attested = self.past(EventKind.ATTESTED)
        if attested:
            return Effect(
                Status.UNKNOWN,
                f"lần cuối thấy được áp dụng hoặc viện dẫn: {attested[-1].date.shown}",
                attested[-1],
            )
        return Effect(Status.UNKNOWN, "chưa đọc được điều khoản hiệu lực hoặc văn bản chấm dứt")


def _turn(event: Event) -> date:
    """The place of a suspension or resumption among the others.

    A resumption follows the suspension that it ends: a suspension is taken as early, a resumption as late as it can be.
    """
    return event.date.first_day if event.kind is EventKind.SUSPENDED else event.date.last_day
