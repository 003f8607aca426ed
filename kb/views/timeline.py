"""The dated events of a document or programme, with today and the time of the plans that rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.figures.timeline import Timeline, TimelineMark, timeline
from kb.language.dates import show_day
from kb.model import Record
from kb.views.facts import event_label
from kb.views.site_snapshot import SiteSnapshot
from kb.views.wording import plan_name


@dataclass(frozen=True)
class TimelineView:
    """The dated events of a record as a figure, and the undated in words."""

    drawing: Timeline
    undated: tuple[str, ...]
    """Events whose day is not known: said in words, for they have no place on the axis."""


def timeline_view(snapshot: SiteSnapshot, record: Record) -> TimelineView | None:
    """None where no event is dated."""
    dated = [event for event in record.events if event.date.is_known]
    if not dated:
        return None
    labels = (f"{event_label(record, event)} {event.date.shown}" for event in dated)
    marks = [
        TimelineMark(label, event.date.first_day, event.date.last_day, event.kind.value)
        for label, event in zip(labels, dated, strict=True)
    ]
    plans = list(_plans(snapshot, record))
    summary = "; ".join([*(mark.label for mark in marks), f"hôm nay {show_day(snapshot.day)}"])
    undated = tuple(dict.fromkeys(event_label(record, e).lower() for e in record.events if not e.date.is_known))
    name = snapshot.link(record.id).text
    across = [*plans, TimelineMark("Hôm nay", snapshot.day, snapshot.day, "today")]
    return TimelineView(timeline("dong-thoi-gian", f"Dòng thời gian của {name}", summary, marks, across), undated)


def _plans(snapshot: SiteSnapshot, record: Record) -> Iterator[TimelineMark]:
    """When each plan was made that mentions the record or rests on it unsaid."""
    for plan in snapshot.corpus.plans.values():
        implied = any(record.id in section.implied for section in plan.sections)
        if implied or any(mention.target == record.id for mention in snapshot.mentions(plan)):
            name = plan_name(plan)
            first, last = plan.dated.earliest.first_day, plan.dated.latest.first_day
            yield TimelineMark(name[:1].upper() + name[1:], first, last, "plan")
