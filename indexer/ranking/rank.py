"""Scores: BM25F over the plan's terms (Robertson & Zaragoza 2009), and the few records worth scoring in full.

The weight of a posting is the term's frequency in the record, each field weighted and set against its length when
the record was indexed (`indexer.ranking.weights`). The score of a record is a sum of points, one a term, times the
share of the question that it has, times the record's own factors; `points_of` gives the same sum term by term, so it
adds up.

The terms that weigh most, which are the rare ones, select; a record without any of them is no result. Then a record
whose points so far, with all that it could still gain, would not reach the last place asked for is dropped (an upper
bound as in MaxScore, Turtle & Flood 1995), and the remaining records gain the rest from their forward rows.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import repeat
from typing import NamedTuple

from indexer.engines.port import Index, Postings, Term
from indexer.engines.weight_codes import WEIGHTS
from indexer.query.plan import PlanTerm, QueryPlan

K1 = 1.6
"""BM25's saturation: a weight of K1 gives (K1 + 1) / 2 of the points of a weight of one."""
UNCOVERED_FACTOR = 0.42
"""A record that matches next to nothing of the question keeps this share of its score."""
SELECTING_SHARE, COSTLY_SELECTING_SHARE = 0.95, 0.9
"""The share of a question's weight that its selecting terms hold, and the one that is enough when more would cost."""
COSTLY_RECORDS = 1000
"""A term in more records than this costs more to select by than it changes."""
LEAST_RESULT_SHARE = 0.07
"""A record is a result when it has this share of the selecting weight …"""
LEAST_SHARE_OF_BEST = 0.5
"""… or this share of what the best record has."""
NAMED_FACTOR = 1.6
"""Of the score of a record whose whole name was typed."""
CONSTANTS = {
    "K1": K1,
    "UNCOVERED_FACTOR": UNCOVERED_FACTOR,
    "SELECTING_SHARE": SELECTING_SHARE,
    "COSTLY_SELECTING_SHARE": COSTLY_SELECTING_SHARE,
    "COSTLY_RECORDS": COSTLY_RECORDS,
    "LEAST_RESULT_SHARE": LEAST_RESULT_SHARE,
    "LEAST_SHARE_OF_BEST": LEAST_SHARE_OF_BEST,
    "NAMED_FACTOR": NAMED_FACTOR,
}
"""What the browser's ranking takes over (`indexer.browser.settings`)."""
_SATURATED = tuple(weight * (K1 + 1) / (weight + K1) for weight in WEIGHTS)


class Weighed(NamedTuple):
    """A term of the plan that the index has, and the points that it can give."""

    planned: PlanTerm
    term: Term
    most: float
    """Points of a weight that saturates to one; it counts in full towards the share of the question."""

    @property
    def bound(self) -> float:
        """The most points that the term gives a record of this index."""
        return self.most * _saturate(self.term.top)


class Ranking(NamedTuple):
    """(number, score) best first, and the numbers of all results."""

    best: list[tuple[int, float]]
    results: Collection[int]
    terms: list[Weighed]
    total: float
    """The whole weight of the question."""


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


def rank(
    index: Index,
    plan: QueryPlan,
    limit: int,
    *,
    within: Collection[int] | None = None,
    without: Collection[int] = (),
    named: Collection[int] = (),
    exhaustive: bool = False,
) -> Ranking:
    """The best `limit` records (0: every result), of `within` when given, none of `without`.

    `named` are the records whose whole name was typed. `exhaustive` scores every record that has any term: what the
    selection is measured against.
    """
    terms, total = weigh_terms(index, plan)
    split = len(terms) if exhaustive else _split(terms)
    selecting, rest = terms[:split], terms[split:]
    found = _accumulate(selecting, within)
    for number in without:
        found.pop(number, None)
    if not exhaustive:
        found = _results(found, sum(one.most for one in selecting))
    factors = index.column("factor")
    remaining = _survivors(found, rest, total, limit, factors, named) if limit and rest else list(found)
    gains = _Rest(rest).gains(index, remaining) if rest else repeat(0j)
    scored = []
    for number, gain in zip(remaining, gains, strict=False):
        gained = found[number] + gain
        score = gained.real * coverage(gained.imag, total) * (factors[number] if factors else 1.0)
        scored.append((number, score * NAMED_FACTOR if number in named else score))
    return Ranking(_best_first(scored)[: limit or None], found.keys(), terms, total)


def list_records(index: Index, numbers: Collection[int]) -> Ranking:
    """Records that no word was looked for in, by their factors alone."""
    factors = index.column("factor")
    scored = [(number, factors[number] if factors else 1.0) for number in numbers]
    return Ranking(_best_first(scored), numbers, [], 0.0)


def _best_first(scored: list[tuple[int, float]]) -> list[tuple[int, float]]:
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
                points += most * _SATURATED[code]
                covered += most
        for forms, most in self._several:
            codes = [row[form] for form in forms if form in row]
            if codes:
                points += most * _saturate(sum(WEIGHTS[code] for code in codes))
                covered += most
        for one in self._rare:
            weight = one.term.weight_in(number, row)
            if weight:
                points += one.most * _saturate(weight)
                covered += one.most
        return complex(points, covered)


def coverage(covered: float, total: float) -> float:
    """The factor for the share of the question that a record has: `covered` of the weight `total`."""
    return UNCOVERED_FACTOR + (1 - UNCOVERED_FACTOR) * covered / total if total else 1.0


def points_of(index: Index, ranking: Ranking, number: int) -> list[tuple[Weighed, float]]:
    """The points that each term of the plan gives a record, before coverage and factors; no entry for none."""
    if not ranking.terms:
        return []
    (row,) = index.forward([number])
    found = ((one, one.term.weight_in(number, row)) for one in ranking.terms)
    return [(one, one.most * _saturate(weight)) for one, weight in found if weight]


def _saturate(weight: float) -> float:
    return weight * (K1 + 1) / (weight + K1)


def _split(terms: list[Weighed]) -> int:
    """How many of the terms select."""
    whole = sum(one.most for one in terms)
    held = 0.0
    for place, one in enumerate(terms):
        costly = one.term.count > COSTLY_RECORDS
        if held >= SELECTING_SHARE * whole or (held >= COSTLY_SELECTING_SHARE * whole and costly):
            return place
        held += one.most
    return len(terms)


def _accumulate(terms: Sequence[Weighed], within: Collection[int] | None) -> dict[int, complex]:
    """Points and covered weight of each record that has one of the terms.

    Both are sums over the same postings, so they are kept as the parts of one complex number: one addition a posting.
    """
    found: dict[int, complex] = {}
    get = found.get
    for one in terms:
        lists = one.term.lists()
        if len(lists) > 1:
            _add_forms(found, one, lists, within)
            continue
        for ids, codes in lists:
            gains = {code: complex(one.most * _SATURATED[code], one.most) for code in set(codes)}
            if within is None:
                for number, code in zip(ids, codes, strict=True):
                    found[number] = get(number, 0j) + gains[code]
            else:
                for number, code in zip(ids, codes, strict=True):
                    if number in within:
                        found[number] = get(number, 0j) + gains[code]
    return found


def _add_forms(
    found: dict[int, complex],
    one: Weighed,
    lists: Sequence[Postings],
    within: Collection[int] | None,
) -> None:
    """A term of several written forms: a record's weights are summed before they saturate."""
    weights: dict[int, float] = {}
    for ids, codes in lists:
        for number, code in zip(ids, codes, strict=True):
            weights[number] = weights.get(number, 0.0) + WEIGHTS[code]
    for number, weight in weights.items():
        if within is None or number in within:
            found[number] = found.get(number, 0j) + complex(one.most * _saturate(weight), one.most)


def _results(found: dict[int, complex], selecting: float) -> dict[int, complex]:
    """Without the records that have next to nothing of the question."""
    best = max((gained.imag for gained in found.values()), default=0.0)
    least = min(LEAST_RESULT_SHARE * selecting, LEAST_SHARE_OF_BEST * best)
    return {number: gained for number, gained in found.items() if gained.imag >= least}


def _survivors(
    found: dict[int, complex],
    rest: Sequence[Weighed],
    total: float,
    limit: int,
    factors: Sequence[float] | None,
    named: Collection[int],
) -> list[int]:
    """The records that may still come among the first `limit`."""
    share = (1 - UNCOVERED_FACTOR) / total
    more, covered = sum(one.bound for one in rest), sum(one.most for one in rest)
    factor_of = [factors[number] for number in found] if factors else repeat(1.0)
    sure = [
        gained.real * (UNCOVERED_FACTOR + share * gained.imag) * factor
        for gained, factor in zip(found.values(), factor_of, strict=False)
    ]
    least = min(nlargest(limit, sure), default=0.0) if len(sure) > limit else 0.0
    base = UNCOVERED_FACTOR + share * covered
    return [
        number
        for (number, gained), factor in zip(found.items(), factor_of, strict=False)
        if (gained.real + more) * (base + share * gained.imag) * factor >= least or number in named
    ]
