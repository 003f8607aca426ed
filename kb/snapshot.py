"""A corpus on a day: what its plans mention and which effect its records have, computed once for all who ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kb.corpus.corpus import Corpus
from kb.law.effect import Effect, status_on
from kb.law.periods import EffectPeriod, effect_periods
from kb.model import Plan, Record

if TYPE_CHECKING:
    from kb.citation.annotate import Mention


class Snapshot:
    """A corpus seen on `day`. Nothing is computed before it is asked for, and nothing twice.

    The corpus must not change while a snapshot of it is in use.
    """

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self._effects: dict[tuple[str, date], Effect] = {}
        self._periods: dict[str, tuple[EffectPeriod, ...]] = {}

    def mentions(self, plan: Plan) -> Sequence[Mention]:
        """Every mention of the plan in the order of its text; none overlaps another."""
        if plan.id not in self._mentions:
            # Imported here: who asks for effects alone does not wait for the word lists of citations.
            from kb.citation.annotate import annotate_plan

            self._mentions[plan.id] = tuple(annotate_plan(self.corpus, plan))
        return self._mentions[plan.id]

    def cited_numbers(self) -> frozenset[str]:
        """The match keys of the numbers that the plans cite, held by the corpus or not."""
        mentions = (mention for plan in self.corpus.plans.values() for mention in self.mentions(plan))
        return frozenset(m.citation.number.match_key for m in mentions if m.citation and m.citation.number)

    def effect(self, record: Record, day: date | None = None) -> Effect:
        """The effect of a record on the snapshot's day, or on another `day`; unknown for kinds that have none."""
        key = (record.id, day or self.day)
        if key not in self._effects:
            self._effects[key] = status_on(self.corpus, record, key[1])
        return self._effects[key]

    def periods(self, record: Record) -> tuple[EffectPeriod, ...]:
        """The effect of a record on every day there is, as `kb.law.periods` says it."""
        if record.id not in self._periods:
            self._periods[record.id] = effect_periods(self.corpus, record)
        return self._periods[record.id]
