"""What an index finds itself is what scoring every record finds, or is not taken."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable
from heapq import nlargest

import pytest

from indexer.engines.impacts import impact, most_score, saturate
from indexer.engines.port import Selected, Selection
from indexer.engines.weight_codes import WEIGHTS
from indexer.ranking.candidates import rank_candidates
from indexer.ranking.rank import rank
from tests.indexer.ranking.tables import CountingIndex, index_of, plan_of

WORDS = [f"w{place}" for place in range(12)]
FACTORS = (0.75, 1.0, 1.6)


class FindingIndex(CountingIndex):
    """Sums the impacts of every record; `asked` is how many were asked for, time by time."""

    asked: tuple[int, ...] = ()

    def select(self, selection: Selection, limit: int, numbers: Collection[int]) -> Selected | None:
        self.asked += (limit,)
        factors = self.column("factor") or [1.0] * self.count
        sums = {number: self._impacts(selection, number, factors[number]) for number in range(self.count)}
        having = [number for number, impacts in sums.items() if impacts]
        best = nlargest(limit, having, key=sums.__getitem__)
        weights = {number: self._weights(selection, number) for number in {*best, *numbers}}
        others = max((sums[number] for number in having if number not in weights), default=0.0)
        results = sum(self._share(selection, number) >= selection.least for number in range(self.count))
        return Selected(weights, others, max(factors), results)

    def _weights(self, selection: Selection, number: int) -> list[float]:
        return [term.weight_in(number, {}) for term, _ in selection.terms]

    def _impacts(self, selection: Selection, number: int, factor: float) -> float:
        codes = (
            (dict(zip(*one, strict=True)).get(number), share) for term, share in selection.terms for one in term.lists()
        )
        return sum(share * impact(code, factor) for code, share in codes if code is not None)

    def _share(self, selection: Selection, number: int) -> float:
        weights = self._weights(selection, number)[: selection.selecting]
        return sum(share for (_, share), weight in zip(selection.terms, weights, strict=False) if weight)


class FullIndex(FindingIndex):
    """Has no room for any selection."""

    def select(self, selection: Selection, limit: int, numbers: Collection[int]) -> Selected | None:
        return None


def drawn(draw: random.Random, kind: type[FindingIndex], words: Iterable[str] = WORDS) -> FindingIndex:
    """An index of 300 records: rare words and common ones, weights and factors of all sizes."""
    postings = {
        f"s:{word}": {number: draw.randrange(30, 256) for number in range(300) if draw.random() < place / 12 + 0.02}
        for place, word in enumerate(words)
    }
    factors = {number: draw.choice(FACTORS) for number in range(300)}
    index = index_of(postings, 300, factors, kind)
    assert isinstance(index, FindingIndex)
    return index


@pytest.mark.parametrize("seed", range(20))
def test_the_same_ranking_as_of_every_record(seed: int) -> None:
    draw = random.Random(seed)
    index = drawn(draw, FindingIndex)
    plan = plan_of(**{word: draw.uniform(0.1, 2) for word in draw.sample(WORDS, 6)})
    named = draw.sample(range(300), 3)
    found, expected = rank_candidates(index, plan, 10, named), rank(index, plan, 10, named=named)
    assert found, "it is proven, by as many candidates as there are records if need be"
    assert found.best == expected.best
    assert (found.found, found.total) == (expected.found, expected.total)


def test_more_are_asked_for_where_the_first_prove_nothing() -> None:
    """All records are alike, so no tenth is better than an eleventh."""
    index = index_of({"s:an": dict.fromkeys(range(250), 90)}, 300, kind=FindingIndex)
    assert isinstance(index, FindingIndex)
    assert rank_candidates(index, plan_of(an=1.0), 10, ()) is None
    assert index.asked == (40, 160)


@pytest.mark.parametrize(
    ("kind", "words", "limit"),
    [(FullIndex, ["w5"], 10), (FindingIndex, ["khong"], 10), (FindingIndex, ["w5"], 5000)],
    ids=["no room", "no such term", "too many places"],
)
def test_what_is_left_to_scoring_every_record(kind: type[FindingIndex], words: list[str], limit: int) -> None:
    index = drawn(random.Random(7), kind)
    assert rank_candidates(index, plan_of(**dict.fromkeys(words, 1.0)), limit, ()) is None


def test_no_score_is_above_its_bound() -> None:
    draw = random.Random(3)
    for _ in range(2000):
        shares = [draw.random() for _ in range(5)]
        codes = [draw.choice([None, draw.randrange(256)]) for _ in shares]
        factor, whole = draw.choice(FACTORS), sum(shares) + draw.random()
        here = [(share / whole, code) for share, code in zip(shares, codes, strict=True) if code is not None]
        points = sum(share * saturate(WEIGHTS[code]) for share, code in here)
        score = points * (0.42 + 0.58 * sum(share for share, _ in here)) * factor
        impacts = sum(share * impact(code, factor) for share, code in here)
        assert score <= most_score(impacts, max(FACTORS)) * (1 + 1e-12)
