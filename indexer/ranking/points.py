"""Points: what a term gives a record by BM25F (Robertson & Zaragoza 2009), and what coverage makes of the sum."""

from __future__ import annotations

import math
from typing import NamedTuple

from indexer.engines.impacts import K1, UNCOVERED_FACTOR, saturate
from indexer.engines.port import Index, IndexTerm
from indexer.query.plan import PlanTerm, QueryPlan

CONSTANTS = {"K1": K1, "UNCOVERED_FACTOR": UNCOVERED_FACTOR}
"""What the browser's ranking takes over (`indexer.browser.settings`)."""


class Weighed(NamedTuple):
    """A term of the plan that the index has, and the points that it can give."""

    planned: PlanTerm
    term: IndexTerm
    most: float
    """Points of a weight that saturates to one; it counts in full towards the share of the question."""

    @property
    def bound(self) -> float:
        """The most points that the term gives a record of this index."""
        return self.most * saturate(self.term.top)


def weigh_terms(index: Index, plan: QueryPlan) -> tuple[list[Weighed], float]:
    """The plan's terms that stand in the index, the ones that weigh most first; the weight of all terms.

    A term weighs what the plan says times its inverse document frequency (Robertson & Zaragoza 2009, eq. 3.3).
    """
    known = index.look_up(planned.term for planned in plan.terms)
    weighed, total = [], 0.0
    for planned in plan.terms:
        term = known.get(planned.term)
        count = term.count if term else 0
        most = planned.weight * math.log(1 + (index.count - count + 0.5) / (count + 0.5))
        total += most
        if term:
            weighed.append(Weighed(planned, term, most))
    return sorted(weighed, key=lambda one: -one.most), total


def coverage(covered: float, total: float) -> float:
    """The factor for the share of the question that a record has: `covered` of the weight `total`."""
    return UNCOVERED_FACTOR + (1 - UNCOVERED_FACTOR) * covered / total if total else 1.0
