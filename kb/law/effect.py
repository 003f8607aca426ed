"""Hiệu lực: the status of a record on a day, computed from its dated events, with the reason.

A status is never typed in. The order of the tests is the order in which the law lets one event
override another: an ending beats a suspension, a suspension beats a phase, and only then is it
asked whether the text is known to be in force, or, once in force, presumed to be so still (Luật Ban hành văn bản quy
phạm pháp luật: a text applies from its effective date until a later text ends it). Where not even a start is
known, the answer is *chưa xác định*, with what is missing and where to look for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb.corpus.corpus import Corpus
from kb.law.ending import ended, not_issued, not_yet, suspended
from kb.law.event_timeline import EventTimeline
from kb.law.force import concluded, in_force, presumed, unclear_ending
from kb.law.missing import missing
from kb.law.phases import not_begun, phase_over, running
from kb.model import Event, Record
from kb.model.vocabulary import Status

_STEPS = (
    not_issued,
    ended,
    suspended,
    not_yet,
    not_begun,
    phase_over,
    unclear_ending,
    in_force,
    running,
    concluded,
    presumed,
)


@dataclass(frozen=True)
class Effect:
    """A status, the Vietnamese sentence that says why, and the event that decided.

    The event may be one that no file states (`kb.law.inferred`); its `sure` says so.
    """

    status: Status
    reason: str
    event: Event | None = None


def status_on(corpus: Corpus, record: Record, day: date) -> Effect:
    """The effect of a document or programme on `day`; other records have none (unknown)."""
    if not record.has_effect:
        return Effect(Status.UNKNOWN, "loại bản ghi này không xét hiệu lực")
    timeline = EventTimeline(corpus, record, day)
    for step in _STEPS:
        answer = step(timeline)
        if answer:
            return Effect(*answer)
    return Effect(Status.UNKNOWN, missing(corpus, record))
