"""The few records worth scoring in full.

The terms that weigh most, which are the rare ones, select; a record without any of them is no result. Then a record
whose points so far, with all that it could still gain, would not reach the last place asked for is dropped (an upper
bound as in MaxScore, Turtle & Flood 1995).

Points and covered weight of a record are the parts of one complex number: both are sums over the same postings, and so
cost one addition a posting.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import nlargest
from itertools import repeat

from indexer.engines.impacts import SATURATED, UNCOVERED_FACTOR, saturate
from indexer.engines.port import Postings
from indexer.engines.weight_codes import WEIGHTS
from indexer.ranking.points import Weighed

SELECTING_SHARE, COSTLY_SELECTING_SHARE = 0.95, 0.9
"""The share of a question's weight that its selecting terms hold, and the one that is enough when more would cost."""
COSTLY_RECORDS = 1000
"""A term in more records than this costs more to select by than it changes."""
LEAST_RESULT_SHARE = 0.07
"""A record is a result when it has this share of the selecting weight …"""
LEAST_SHARE_OF_BEST = 0.5
"""… or this share of what the best record has."""
CONSTANTS = {
    "SELECTING_SHARE": SELECTING_SHARE,
    "COSTLY_SELECTING_SHARE": COSTLY_SELECTING_SHARE,
    "COSTLY_RECORDS": COSTLY_RECORDS,
    "LEAST_RESULT_SHARE": LEAST_RESULT_SHARE,
    "LEAST_SHARE_OF_BEST": LEAST_SHARE_OF_BEST,
}
"""What the browser's ranking takes over (`indexer.browser.settings`)."""


def selecting_count(terms: list[Weighed]) -> int:
    """How many of the terms, which stand in the order of their weight, select."""
    whole = sum(one.most for one in terms)
    held = 0.0
    for place, one in enumerate(terms):
        costly = one.term.count > COSTLY_RECORDS
        if held >= SELECTING_SHARE * whole or (held >= COSTLY_SELECTING_SHARE * whole and costly):
            return place
        held += one.most
    return len(terms)


def accumulate(terms: Sequence[Weighed], within: Collection[int] | None) -> dict[int, complex]:
    """Points and covered weight of each record that has one of the terms."""
    found: dict[int, complex] = {}
    get = found.get
    for one in terms:
        lists = one.term.lists()
        if len(lists) > 1:
            _add_forms(found, one, lists, within)
            continue
        for ids, codes in lists:
            gains = {code: complex(one.most * SATURATED[code], one.most) for code in set(codes)}
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
            found[number] = found.get(number, 0j) + complex(one.most * saturate(weight), one.most)


def results_among(found: dict[int, complex], selecting: float) -> dict[int, complex]:
    """Without the records that have next to nothing of the question."""
    best = max((gained.imag for gained in found.values()), default=0.0)
    least = min(LEAST_RESULT_SHARE * selecting, LEAST_SHARE_OF_BEST * best)
    return {number: gained for number, gained in found.items() if gained.imag >= least}


def survivors(
    found: dict[int, complex],
    rest: Sequence[Weighed],
    total: float,
    limit: int,
    factors: Sequence[float] | None,
    named: Collection[int],
    least_share: float = 0.0,
) -> list[int]:
    """The records that may still come among the first `limit` (0: all), with `least_share` of the best score."""
    share = (1 - UNCOVERED_FACTOR) / total
    more, covered = sum(one.bound for one in rest), sum(one.most for one in rest)
    factor_of = [factors[number] for number in found] if factors else repeat(1.0)
    sure = [
        gained.real * (UNCOVERED_FACTOR + share * gained.imag) * factor
        for gained, factor in zip(found.values(), factor_of, strict=False)
    ]
    least = min(nlargest(limit, sure), default=0.0) if len(sure) > limit else 0.0
    least = max(least, least_share * max(sure, default=0.0))
    base = UNCOVERED_FACTOR + share * covered
    return [
        number
        for (number, gained), factor in zip(found.items(), factor_of, strict=False)
        if (gained.real + more) * (base + share * gained.imag) * factor >= least or number in named
    ]
