"""What keeps a text from holding on a day: not yet issued or in force, ended, suspended."""

from __future__ import annotations

from datetime import date

from kb.law.event_timeline import Answer, EventTimeline
from kb.law.issue_year import issue_of
from kb.model import Event
from kb.model.vocabulary import EventKind, Status

ENDINGS = tuple(kind for kind in EventKind if kind.is_ending)


def not_issued(timeline: EventTimeline) -> Answer | None:
    """Not yet in force, where the text is issued only after the day."""
    future = [e for e in timeline.of(EventKind.ISSUED) if e.date.first_day > timeline.day]
    return (Status.NOT_YET, f"ban hành {future[0].date.in_words}", future[0]) if future else None


def ended(timeline: EventTimeline) -> Answer | None:
    """Ended, by the latest replacement or repeal; one without a date counts once its cause was surely issued."""
    past = timeline.past(*ENDINGS)
    if past:
        event = past[-1]
        said = f"{event.kind.label.lower()} từ {event.date.in_words}{timeline.by(event)}"
        return Status.ENDED, said, event
    for event in timeline.events:
        if event.kind.is_ending and not event.date.is_known and timeline.by_was_issued(event):
            return Status.ENDED, f"{event.kind.label.lower()}{timeline.by(event)} (chưa rõ ngày)", event
    return None


def suspended(timeline: EventTimeline) -> Answer | None:
    """Suspended, where no resumption follows the latest suspension."""
    past = sorted(timeline.past(EventKind.SUSPENDED, EventKind.RESUMED), key=_turn)
    if past and past[-1].kind is EventKind.SUSPENDED:
        event = past[-1]
        return Status.SUSPENDED, f"ngưng hiệu lực từ {event.date.in_words}{timeline.by(event)}", event
    return None


def not_yet(timeline: EventTimeline) -> Answer | None:
    """Not yet in force, where the first effective date is after the day."""
    starts = timeline.of(EventKind.IN_FORCE)
    if starts and starts[0].date.first_day > timeline.day:
        return Status.NOT_YET, f"có hiệu lực từ {starts[0].date.in_words}", starts[0]
    return None


def _turn(event: Event) -> date:
    """The place of a suspension or resumption among the others.

    A resumption follows the suspension that it ends: a suspension is taken as early, a resumption as late as it can be.
    """
    return event.date.first_day if event.kind is EventKind.SUSPENDED else event.date.last_day


def is_to_come(timeline: EventTimeline, event: Event) -> bool:
    """Whether an undated ending came only after the day, as far as its cause tells."""
    cause = timeline.documents.get(event.by or "")
    undated = event.kind.is_ending and not event.date.is_known and not timeline.by_was_issued(event)
    return bool(undated and cause and issue_of(cause).is_known)


def has_unclear_date(timeline: EventTimeline, event: Event) -> bool:
    """Whether an ending has no date, and no cause that tells when it was."""
    undated = event.kind.is_ending and not event.date.is_known
    return undated and not timeline.by_was_issued(event) and not is_to_come(timeline, event)
