"""Scores: points of the plan's terms, times the share of the question that a record has, times the record's factor.

The weight of a posting is the term's frequency in the record, each field weighted and set against its length when
the record was indexed (`indexer.ranking.weights`). Terms that select find the records (`indexer.ranking.selection`);
what remains of these gains the rest from its forward row. `points_of` gives the same sum term by term.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import repeat
from types import MappingProxyType
from typing import NamedTuple

from indexer.engines.impacts import SATURATED, saturate
from indexer.engines.port import Index
from indexer.engines.weight_codes import WEIGHTS
from indexer.query.plan import QueryPlan
from indexer.ranking.points import Weighed, coverage, weigh_terms
from indexer.ranking.selection import accumulate, results_among, selecting_count, survivors

NAMED_FACTOR = 1.6
"""Of the score of a record whose whole name was typed."""
CONSTANTS = {"NAMED_FACTOR": NAMED_FACTOR}
"""What the browser's ranking takes over (`indexer.browser.settings`)."""


class Ranking(NamedTuple):
    """The best records and how many results there are."""

    best: list[tuple[int, float]]
    """(number, score), best first."""
    found: int
    """How many results there are."""
    results: Collection[int]
    """Their numbers; empty where the index itself has counted them (`indexer.ranking.candidates`)."""
    terms: list[Weighed]
    total: float
    """The whole weight of the question."""
    weights: Mapping[int, Sequence[float]] = MappingProxyType({})
    """What each of the terms weighs in the records of which the index has told it; of others it is asked."""


def rank(
    index: Index,
    plan: QueryPlan,
    limit: int,
    *,
    within: Collection[int] | None = None,
    without: Collection[int] = (),
    named: Collection[int] = (),
    least_share: float = 0.0,
    exhaustive: bool = False,
) -> Ranking:
    """The best `limit` records (0: every result), of `within` when given, none of `without`.

    `named` are the records whose whole name was typed. Records with less than `least_share` of the best score may be
    missing among the best; they are counted all the same. `exhaustive` scores every record that has any term: what the
    selection is measured against.
    """
    terms, total = weigh_terms(index, plan)
    split = len(terms) if exhaustive else selecting_count(terms)
    selecting, rest = terms[:split], terms[split:]
    found = accumulate(selecting, within)
    for number in without:
        found.pop(number, None)
    if not exhaustive:
        found = results_among(found, sum(one.most for one in selecting))
    factors = index.column("factor")
    remaining = survivors(found, rest, total, limit, factors, named, least_share) if rest else list(found)
    gains = _Rest(rest).gains(index, remaining) if rest else repeat(0j)
    scored = []
    for number, gain in zip(remaining, gains, strict=False):
        gained = found[number] + gain
        score = gained.real * coverage(gained.imag, total) * (factors[number] if factors else 1.0)
        scored.append((number, score * NAMED_FACTOR if number in named else score))
    return Ranking(best_first(scored)[: limit or None], len(found), found.keys(), terms, total)


def list_records(index: Index, numbers: Collection[int]) -> Ranking:
    """Records that no word was looked for in, by their factors alone."""
    factors = index.column("factor")
    scored = [(number, factors[number] if factors else 1.0) for number in numbers]
    return Ranking(best_first(scored), len(numbers), numbers, [], 0.0)


def best_first(scored: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """By score; of equal scores the record that was indexed first."""
    return sorted(scored, key=lambda pair: (-pair[1], pair[0]))


class _Rest:
    """The terms that do not select, looked up in the few records that remain."""

    def __init__(self, rest: Sequence[Weighed]) -> None:
        self._common = [(one.term.common[0], one.most) for one in rest if len(one.term.common) == 1]
        self._several = [(one.term.common, one.most) for one in rest if len(one.term.common) > 1]
        self._rare = [one for one in rest if not one.term.common]

    def gains(self, index: Index, numbers: Sequence[int]) -> Iterable[complex]:
        """Points and covered weight that the terms give each record."""
        return map(self._gained_in, numbers, index.forward(numbers))

    def _gained_in(self, number: int, row: Mapping[int, int]) -> complex:
        code_of, points, covered = row.get, 0.0, 0.0
        for form, most in self._common:
            code = code_of(form)
            if code is not None:
                points += most * SATURATED[code]
                covered += most
        for forms, most in self._several:
            codes = [row[form] for form in forms if form in row]
            if codes:
                points += most * saturate(sum(WEIGHTS[code] for code in codes))
                covered += most
        for one in self._rare:
            weight = one.term.weight_in(number, row)
            if weight:
                points += one.most * saturate(weight)
                covered += one.most
        return complex(points, covered)


def points_of(index: Index, ranking: Ranking, number: int) -> list[tuple[Weighed, float]]:
    """The points that each term of the plan gives a record, before coverage and factors; no entry for none."""
    if not ranking.terms:
        return []
    weights = ranking.weights.get(number)
    if weights is None:
        (row,) = index.forward([number])
        weights = [one.term.weight_in(number, row) for one in ranking.terms]
    return [(one, one.most * saturate(weight)) for one, weight in zip(ranking.terms, weights, strict=True) if weight]
