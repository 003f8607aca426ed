"""The phase of a plan or programme on a day: running, prolonged, or over."""

from __future__ import annotations

from kb.law.event_timeline import Answer, EventTimeline
from kb.model import Event
from kb.model.vocabulary import EventKind, Status


def not_begun(timeline: EventTimeline) -> Answer | None:
    """A programme whose first phase begins later, and of which nothing happened by the day; a document is issued."""
    starts = timeline.of(EventKind.PHASE_STARTED)
    if timeline.document or not starts or starts[0].date.first_day <= timeline.day:
        return None
    if any(event.date.is_known and event.date.first_day <= timeline.day for event in timeline.events):
        return None
    said = f"giai đoạn thực hiện bắt đầu {starts[0].date.in_words}{_from_title(timeline, starts[0])}"
    return Status.NOT_YET, said, starts[0]


def phase_over(timeline: EventTimeline) -> Answer | None:
    """The last phase is over, or running on because it was extended."""
    ends = phase_ends(timeline)
    if not ends or ends[-1].date.last_day >= timeline.day:
        return None
    extension = _extension(timeline, ends)
    if extension:
        return Status.RUNNING, f"được kéo dài thời gian thực hiện{timeline.by(extension)}", extension
    said = f"đã hết giai đoạn thực hiện (đến hết {ends[-1].date.in_words}){_from_title(timeline, ends[-1])}"
    return Status.PHASE_OVER, said, ends[-1]


def running(timeline: EventTimeline) -> Answer | None:
    """A phase is running: one that ends later, or one that has begun."""
    ends = phase_ends(timeline)
    if ends:
        named = timeline.by(ends[-1]).removeprefix(" bởi ")
        source = f", theo {named}" if named else _from_title(timeline, ends[-1])
        return Status.RUNNING, f"trong giai đoạn thực hiện đến hết {ends[-1].date.in_words}{source}", ends[-1]
    starts = timeline.past(EventKind.PHASE_STARTED)
    if starts:
        said = f"giai đoạn thực hiện bắt đầu {starts[-1].date.in_words}{_from_title(timeline, starts[-1])}"
        return Status.RUNNING, said, starts[-1]
    return None


def phase_ends(timeline: EventTimeline) -> list[Event]:
    """The ends of phases, also those to come: the one that reaches furthest last, of two as far the more exact."""
    return sorted(timeline.of(EventKind.PHASE_ENDED), key=lambda event: event.date.last_day)


def _from_title(timeline: EventTimeline, end: Event) -> str:
    return " (theo giai đoạn ghi trong tên gọi)" if end in timeline.inferred else ""


def _extension(timeline: EventTimeline, ends: list[Event]) -> Event | None:
    """The latest extension of the last of these ends that was made by the day.

    A phase is usually extended before it ends. An extension made on or before the previous end, or possibly so,
    is the one that led to the last end, which is recorded, and does not prolong that end once more.
    """
    before = [event.date.last_day for event in ends if event.date.last_day < ends[-1].date.last_day]
    made = [e for e in timeline.past(EventKind.EXTENDED) if not before or e.date.first_day > before[-1]]
    return made[-1] if made else None
