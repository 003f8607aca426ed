"""Whether a text that nothing has ended is known to be in force, or only presumed to be.

The law presumes that a text in force stays so until another ends it (Luật Ban hành văn bản quy phạm pháp luật). A
witness makes it known: a source that says so, or a later act of the State or the Party that rests on the text, not
more than `kb.law.witnessed.WITNESSED_FOR` months before the day. Without one the text is *chưa ghi nhận hết hiệu lực*.
"""

from __future__ import annotations

from kb.law.ending import ENDINGS, has_unclear_date, is_to_come
from kb.law.event_timeline import Answer, EventTimeline
from kb.law.normative import is_normative
from kb.law.phases import phase_ends
from kb.law.witnessed import WITNESSES, witnessed_until
from kb.model import Event
from kb.model.vocabulary import EventKind, Status

_NO_END = "kho chưa ghi nhận văn bản chấm dứt hiệu lực"


def unclear_ending(timeline: EventTimeline) -> Answer | None:
    """Unknown, where the text was ended nobody knows when, and nothing shows that it held after the day."""
    event = next((e for e in timeline.events if has_unclear_date(timeline, e)), None)
    witness = _witness(timeline) if event else None
    if event is None or (witness and witness.date.is_known and witness.date.first_day > timeline.day):
        return None
    said = f"đã {event.kind.label.lower()}{timeline.by(event)} nhưng chưa rõ từ ngày nào"
    return Status.UNKNOWN, f"{said}; tra ngày có hiệu lực của văn bản thay thế, bãi bỏ", event


def in_force(timeline: EventTimeline) -> Answer | None:
    """In force from an effective date on, or because it is applied, cited or rested on, not long before or later."""
    witness, starts = _witness(timeline), timeline.past(EventKind.IN_FORCE)
    if witness is None or (not starts and not _is_stated(timeline, witness) and phase_ends(timeline)):
        return None  # the phase that runs says more than the act that rests on the text
    begun = [f"có hiệu lực từ {starts[0].date.in_words}"] if starts else []
    amended = _amended(timeline)
    if amended:
        said = begun and [*begun, _NO_END] if _is_of(witness, amended) else [*begun, _said(timeline, witness)]
        return Status.AMENDED, "; ".join([*said, _said_of_amendment(timeline, amended)]), amended
    if witness.kind is EventKind.IN_FORCE:
        return Status.IN_FORCE, "; ".join([*begun, _NO_END]), starts[0]
    return Status.IN_FORCE, "; ".join([*begun, _said(timeline, witness)]), witness


def _is_of(witness: Event, amended: Event) -> bool:
    """Whether a witness says no more than that the text took effect, or that it was amended."""
    return witness.kind is EventKind.IN_FORCE or witness is amended or (witness.by or "") == amended.by


def concluded(timeline: EventTimeline) -> Answer | None:
    """Summed up, and not applied or cited since, where no effective date is known."""
    past = timeline.past(EventKind.CONCLUDED, EventKind.ATTESTED)
    if past and past[-1].kind is EventKind.CONCLUDED and not timeline.past(EventKind.IN_FORCE):
        said = f"đã tổng kết {past[-1].date.in_words}; chưa rõ còn hiệu lực hay không"
        return Status.CONCLUDED, said, past[-1]
    return None


def presumed(timeline: EventTimeline) -> Answer | None:
    """Not known to have ended, where it is known that the text was once in force."""
    seen, amended = timeline.past(EventKind.ATTESTED), _amended(timeline)
    start = _start(timeline)
    last = f"lần gần nhất ghi nhận được áp dụng hoặc viện dẫn: {seen[-1].date.in_words}" if seen else ""
    begun = timeline.record.begun
    if start:
        said = [_said_of_start(start), last]
    elif last:
        said, start = [last], seen[-1]
    elif timeline.document is None and begun.is_known and begun.first_day <= timeline.day:
        said = [f"bắt đầu {begun.in_words}"]
    else:
        return None
    said += [_said_of_amendment(timeline, amended) if amended else "", _sought(timeline)]
    return Status.PRESUMED, "; ".join(filter(None, said)), start


def _witness(timeline: EventTimeline) -> Event | None:
    """The latest event that shows the text to be in force on the day; None where it is not known to have begun."""
    if not _has_begun(timeline):
        return None
    found = [event for event in timeline.of(*WITNESSES) if witnessed_until(event) >= timeline.day]
    found += [event for event in timeline.of(*ENDINGS, EventKind.SUSPENDED) if event.date.first_day > timeline.day]
    if timeline.past(EventKind.IN_FORCE):
        found += [event for event in phase_ends(timeline) if event not in timeline.inferred][-1:]
    else:
        found = _since_summed_up(timeline, found)
    coming = [event for event in timeline.events if is_to_come(timeline, event)]
    return max(found, key=lambda event: event.date, default=coming[0] if coming else None)


def _since_summed_up(timeline: EventTimeline, found: list[Event]) -> list[Event]:
    """The witnesses that no summing-up came after by the day."""
    last = timeline.past(EventKind.CONCLUDED)[-1:]
    return [e for e in found if not last or e.date > last[0].date or e.date.last_day >= timeline.day]


def _has_begun(timeline: EventTimeline) -> bool:
    """Whether the text is known to have held on some day up to this one."""
    begun = timeline.record.begun
    is_begun = timeline.document is None and (not begun.is_known or begun.first_day <= timeline.day)
    return is_begun or bool(_start(timeline) or timeline.past(*WITNESSES))


def _is_stated(timeline: EventTimeline, witness: Event) -> bool:
    """Whether a source says of the text itself that it is applied."""
    return witness.kind is not EventKind.AMENDED and witness not in timeline.inferred


def _said(timeline: EventTimeline, witness: Event) -> str:
    """What a witness shows, with its date."""
    act, day, label = timeline.documents.get(witness.by or ""), witness.date.in_words, witness.kind.label.lower()
    if not witness.date.is_known:
        return f"về sau {label}{timeline.by(witness)} (chưa rõ ngày)"
    if act and witness in timeline.inferred:
        return f"{witness.note} {act.short_name} {day}"
    match witness.kind:
        case EventKind.ATTESTED:
            return f"còn được áp dụng hoặc viện dẫn {day}"
        case EventKind.RESUMED:
            return f"có hiệu lực trở lại từ {day}"
        case EventKind.PHASE_ENDED:
            return f"trong giai đoạn thực hiện đến hết {day}"
    return f"đến {day} mới {label}{timeline.by(witness)}"


def _start(timeline: EventTimeline) -> Event | None:
    """The event from which on the text held: a normative text takes effect on a day of its own, others when issued."""
    starts = timeline.past(EventKind.IN_FORCE)
    if not starts and timeline.document and not is_normative(timeline.document):
        starts = timeline.past(EventKind.ISSUED)
    return starts[0] if starts else None


def _said_of_start(start: Event) -> str:
    said = "ban hành" if start.kind is EventKind.ISSUED else "có hiệu lực từ"
    return f"{said} {start.date.in_words}"


def _amended(timeline: EventTimeline) -> Event | None:
    known = timeline.past(EventKind.AMENDED)
    if known:
        return known[-1]
    undated = [e for e in timeline.events if e.kind is EventKind.AMENDED and not e.date.is_known]
    return next((event for event in undated if timeline.by_was_issued(event)), None)


def _said_of_amendment(timeline: EventTimeline, amended: Event) -> str:
    when = f" từ {amended.date.in_words}" if amended.date.is_known else " (chưa rõ ngày)"
    return f"đã được sửa đổi, bổ sung{timeline.by(amended)}{when}"


def _sought(timeline: EventTimeline) -> str:
    sought = timeline.document.end_sought if timeline.document else None
    return f"đã tra cứu đến ngày {sought.day.shown}, chưa thấy văn bản chấm dứt hiệu lực" if sought else _NO_END
