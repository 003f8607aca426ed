"""The best records of an index that finds them itself: the few that may be among them are scored as all others are.

The index gives the records with the highest sums of impacts (`indexer.engines.impacts`), and says how high that of any
other may be. The order is proven when the last place asked for scores more than any other record could.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from indexer.engines.impacts import most_score, saturate
from indexer.engines.port import Selected, SelectingIndex, Selection
from indexer.query.plan import QueryPlan
from indexer.ranking.points import Weighed, coverage, weigh_terms
from indexer.ranking.rank import NAMED_FACTOR, Ranking, best_first
from indexer.ranking.selection import LEAST_RESULT_SHARE, LEAST_SHARE_OF_BEST, selecting_count

ATTEMPTS = ((4, 0.15), (16, 0.0))
"""How many candidates are asked for, against the places to fill, and how much of the impacts of all terms the index may
leave out: with 0.15 it adds a quarter of the postings, and few records more may be among the best. More candidates and
whole sums where the first do not prove the order."""
MOST_CANDIDATES = 5000
"""More are not asked for: all postings are read instead."""


def rank_candidates(index: SelectingIndex, plan: QueryPlan, limit: int, named: Collection[int]) -> Ranking | None:
    """The ranking that `indexer.ranking.rank.rank` gives of all records; None where the index cannot prove it."""
    terms, total = weigh_terms(index, plan)
    split = selecting_count(terms)
    least = LEAST_RESULT_SHARE * sum(one.most for one in terms[:split])
    selection = Selection([(one.term, one.most / total) for one in terms], split, least / total if total else 0.0)
    known = sum(share for _, share in selection.terms)
    for times, spared in ATTEMPTS:
        if not terms or times * limit > MOST_CANDIDATES:
            return None
        selected = index.select(selection._replace(spared=spared * known), times * limit, named)
        if selected is None:
            return None
        candidates = _Candidates(index, terms, split, total)
        best = candidates.scored(selected, least, named)
        if candidates.most_covered * LEAST_SHARE_OF_BEST < least:
            return None
        if len(best) >= selected.results or _proven(best, limit, total * most_score(selected.impacts, selected.factor)):
            return Ranking(best[:limit], selected.results, (), terms, total, selected.weights)
    return None


def _proven(best: Sequence[tuple[int, float]], limit: int, others: float) -> bool:
    """Whether no other record, which scores at most `others`, comes among the first `limit`."""
    return len(best) >= limit and best[limit - 1][1] > others


class _Candidates:
    """Scores records as `rank` does: the terms that select, then the rest, in the same order."""

    def __init__(self, index: SelectingIndex, terms: Sequence[Weighed], split: int, total: float) -> None:
        self._mosts = [one.most for one in terms]
        self._split, self._total = split, total
        self._factors = index.column("factor")
        self.most_covered = 0.0
        """The most weight of the selecting terms that any of the records has."""

    def scored(self, selected: Selected, least: float, named: Collection[int]) -> list[tuple[int, float]]:
        """(number, score) of those that are results, best first; `least` is the covered weight of a result."""
        scored = []
        for number, weights in selected.weights.items():
            gained = self._gained(weights, 0, self._split)
            self.most_covered = max(self.most_covered, gained.imag)
            if gained.imag >= least and gained:
                gained += self._gained(weights, self._split, len(weights))
                factor = self._factors[number] if self._factors else 1.0
                score = gained.real * coverage(gained.imag, self._total) * factor
                scored.append((number, score * NAMED_FACTOR if number in named else score))
        return best_first(scored)

    def _gained(self, weights: Sequence[float], start: int, end: int) -> complex:
        gained = 0j
        for place in range(start, end):
            if weights[place]:
                gained += complex(self._mosts[place] * saturate(weights[place]), self._mosts[place])
        return gained
