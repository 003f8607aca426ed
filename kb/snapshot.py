"""A corpus on a day: mentions of its plans, the verdicts on them, effects of its records; each computed once.

Whoever says of a citation of a plan that it is wrong, lapsed or to be looked at asks here, so that all say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kb.corpus.corpus import Corpus
from kb.law.effect import Effect, status_on
from kb.law.periods import EffectPeriod, effect_periods
from kb.model import Plan, Record

if TYPE_CHECKING:
    from kb.citation.annotate import Mention
    from kb.review.judge import Reviewer
    from kb.review.plan_findings import PlanFinding
    from kb.review.verdicts import Severity


class Snapshot:
    """A corpus seen on `day`. Nothing is computed before it is asked for, and nothing twice.

    The corpus must not change while a snapshot of it is in use.
    """

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self._findings: dict[tuple[str, date], tuple[PlanFinding, ...]] = {}
        self._effects: dict[tuple[str, date], Effect] = {}
        self._periods: dict[str, tuple[EffectPeriod, ...]] = {}

    def mentions(self, plan: Plan) -> Sequence[Mention]:
        """Every mention of the plan in the order of its text, as `findings` judges it; none overlaps another."""
        if plan.id not in self._mentions:
            # Imported here: who asks for effects alone does not wait for the word lists of citations.
            from kb.citation.annotate import annotate_plan
            from kb.review.plan_findings import as_judged

            self._mentions[plan.id] = tuple(as_judged(plan, annotate_plan(self.corpus, plan), self.findings(plan)))
        return self._mentions[plan.id]

    def findings(self, plan: Plan, day: date | None = None) -> tuple[PlanFinding, ...]:
        """The verdict on every citation of the plan, for the earliest day that it can be of or another `day`."""
        key = (plan.id, day or plan.dated.earliest.first_day)
        if key not in self._findings:
            from kb.review.plan_findings import plan_findings

            self._findings[key] = tuple(plan_findings(self._reviewer, plan, key[1]))
        return self._findings[key]

    @cached_property
    def _reviewer(self) -> Reviewer:
        from kb.review.judge import Reviewer

        return Reviewer(self.corpus)

    def finding(self, plan: Plan, mention: Mention) -> PlanFinding | None:
        """What `findings` says of a mention; None where it is no citation."""
        return next((found for found in self.findings(plan) if found.is_of(mention)), None)

    def severities(self, plan: Plan) -> Counter[Severity]:
        """How many citations of the plan have each severity; each counts once."""
        return Counter(f.finding.severity for f in self.findings(plan) if f.finding.severity)

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
