"""Scores: BM25F over the plan's terms (Robertson & Zaragoza 2009), and the few records worth scoring in full.

The weight of a posting is the term's frequency in the record, each field weighted and set against its length when
the record was indexed (`indexer.ranking.weights`). The score of a record is a sum of points, one a term, times the
share of the question that it has, times the record's own factors; `points_of` gives the same sum term by term, so it
adds up.

The terms that weigh most, which are the rare ones, select; a record without any of them is no result. Then a record
whose points so far, with all that it could still gain, would not reach the last place asked for is left (an upper
bound as in MaxScore, Turtle & Flood 1995), and what is left gains the rest from its forward row.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from heapq import nlargest
from typing import NamedTuple

from indexer.engines.port import Index, Term
from indexer.engines.weight_codes import WEIGHTS
from indexer.query.plan import PlanTerm, QueryPlan

K1 = 1.6
HALF = 0.42
"""A record that matches next to nothing of the question keeps this share of its score."""
SELECTING, SELECTING_LEAST = 0.95, 0.9
"""The share of a question's weight that its selecting terms hold, and the one that is enough when more would cost."""
COSTLY = 1000
"""A term in more records than this costs more to select by than it changes."""
LEAST_SHARE = 0.07
"""A record is a result when it has this share of the selecting weight, or half of what the best record has."""
NAMED = 1.6
"""A record whose whole name was typed."""
_SATURATED = tuple(weight * (K1 + 1) / (weight + K1) for weight in WEIGHTS)


class Weighed(NamedTuple):
    """A term of the plan that the index has, and the most points a find of it can give."""

    planned: PlanTerm
    term: Term
    most: float
    """Points of a weight that saturates to one; it counts in full towards the share of the question."""

    @property
    def bound(self) -> float:
        return self.most * _saturate(self.term.top)


class Ranking(NamedTuple):
    """(number, score) best first, and the numbers of all results."""

    best: list[tuple[int, float]]
    results: Collection[int]
    terms: list[Weighed]
    total: float
    """The whole weight of the question."""


def weigh_terms(index: Index, plan: QueryPlan) -> tuple[list[Weighed], float]:
    """The plan's terms that stand in the index, the ones that weigh most first; the weight of all terms."""
    weighed, total = [], 0.0
    for planned in plan.terms:
        term = index.look_up(planned.term)
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
    found = _accumulate(terms[:split], within)
    for number in without:
        found.pop(number, None)
    if not exhaustive:
        found = _results(found, sum(one.most for one in terms[:split]))
    factors = index.column("factor")
    rest = terms[split:]
    left = _survivors(found, rest, total, limit, factors, named) if limit and rest else list(found)
    scored = []
    gained_in = _Rest(index, rest).gained_in
    for number in left:
        gained = found[number]
        if rest:
            gained += gained_in(number)
        score = gained.real * coverage(gained.imag, total) * (factors[number] if factors else 1.0)
        scored.append((number, score * NAMED if number in named else score))
    ordered = sorted(scored, key=lambda pair: (-pair[1], pair[0]))
    return Ranking(ordered[: limit or None], found.keys(), terms, total)


class _Rest:
    """The terms that do not select, looked up in the few records that are left."""

    def __init__(self, index: Index, rest: Sequence[Weighed]) -> None:
        self._index = index
        self._common = [(one.term.common[0], one.most) for one in rest if len(one.term.common) == 1]
        self._several = [(one.term.common, one.most) for one in rest if len(one.term.common) > 1]
        self._rare = [one for one in rest if not one.term.common]

    def gained_in(self, number: int) -> complex:
        """Points and covered weight that the terms give a record."""
        row = self._index.forward(number)
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
    """The factor for the share of the question that a record has."""
    return HALF + (1 - HALF) * covered / total if total else 1.0


def points_of(index: Index, ranking: Ranking, number: int) -> list[tuple[PlanTerm, float]]:
    """What each term of the plan gives a record, before coverage and factors."""
    row = index.forward(number)
    found = ((one, one.term.weight_in(number, row)) for one in ranking.terms)
    return [(one.planned, one.most * _saturate(weight)) for one, weight in found if weight]


def _saturate(weight: float) -> float:
    return weight * (K1 + 1) / (weight + K1)


def _split(terms: list[Weighed]) -> int:
    """How many of the terms select."""
    whole = sum(one.most for one in terms)
    held = 0.0
    for place, one in enumerate(terms):
        if held >= SELECTING * whole or (held >= SELECTING_LEAST * whole and one.term.count > COSTLY):
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
    lists: Sequence[tuple[Sequence[int], bytes]],
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
    least = min(LEAST_SHARE * selecting, best / 2)
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
    share = (1 - HALF) / total
    more, covered = sum(one.bound for one in rest), sum(one.most for one in rest)
    if factors:
        sure = [z.real * (HALF + share * z.imag) * factors[number] for number, z in found.items()]
    else:
        sure = [z.real * (HALF + share * z.imag) for z in found.values()]
    least = min(nlargest(limit, sure), default=0.0) if len(sure) > limit else 0.0
    base = HALF + share * covered
    if factors:
        return [
            number
            for number, z in found.items()
            if (z.real + more) * (base + share * z.imag) * factors[number] >= least or number in named
        ]
    return [
        number for number, z in found.items() if (z.real + more) * (base + share * z.imag) >= least or number in named
    ]
