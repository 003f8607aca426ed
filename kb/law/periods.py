"""Hiệu lực over time: the days on which a record's status changes, and the status between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.law.effect import Effect, status_on
from kb.law.inferred import inferred_events
from kb.law.issue_year import year_in, year_of_number
from kb.law.witnessed import WITNESSES, witnessed_until
from kb.model import Event, Record


@dataclass(frozen=True)
class EffectPeriod:
    """From `start` (None: from the beginning) until the next period, the effect is the same, reason included."""

    start: date | None
    effect: Effect


def effect_periods(corpus: Corpus, record: Record) -> tuple[EffectPeriod, ...]:
    """The effect of a record on every day there is, in as few periods as possible, earliest first.

    `status_on` compares its day with the first and last days of events, with the last day for which an event is a
    witness of force, and with the issue of the texts behind events without a date; between two such days it cannot
    change.
    """
    turns = sorted(set(_turns(corpus, record)))
    found = [EffectPeriod(None, status_on(corpus, record, date.min))]
    for day in turns:
        effect = status_on(corpus, record, day)
        if effect != found[-1].effect:
            found.append(EffectPeriod(day, effect))
    return tuple(found)


def _turns(corpus: Corpus, record: Record) -> Iterator[date]:
    yield from _edges(record.begun)
    for event in (*record.events, *inferred_events(corpus, record)):
        yield from _edges(event.date)
        yield from _ends_as_witness(event)
        cause = corpus.documents.get(event.by or "")
        if cause:
            yield from _edges(cause.issued)
        year = year_of_number(cause) if cause else year_in(event.by_number) if event.by_number else None
        if year is not None and 0 < year < date.max.year:
            yield date(year + 1, 1, 1)


def _ends_as_witness(event: Event) -> Iterator[date]:
    """The day after the last for which the event shows that the text is in force."""
    if event.kind in WITNESSES and event.date.is_known and (last := witnessed_until(event)) < date.max:
        yield last + timedelta(days=1)


def _edges(known: PartialDate) -> Iterator[date]:
    """The days on which a comparison with a partial date may change its result."""
    if known.is_known:
        yield from (known.first_day, known.last_day)
        if known.last_day < date.max:
            yield known.last_day + timedelta(days=1)
