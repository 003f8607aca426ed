"""An index in memory from a table of postings, and plans whose terms have the weight that a test wants."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from indexer.analysis import SEPARATOR, key_of
from indexer.engines.port import Index
from indexer.query.plan import PlanTerm, QueryPlan
from tests.indexer.engines.memory import MemoryIndex, Tables

Postings = Mapping[str, Mapping[int, int]]
"""Term -> record -> weight code."""


class CountingIndex(MemoryIndex):
    """Notes the records whose forward rows are asked for: those that are scored in full."""

    looked_up: Sequence[int] = ()

    def forward(self, numbers: Iterable[int]) -> Iterator[dict[int, int]]:
        self.looked_up = [*numbers]
        return super().forward(self.looked_up)


def index_of(postings: Postings, count: int, factors: Mapping[int, float] | None = None) -> CountingIndex:
    """An index of `count` records; a record that `factors` does not name has the factor 1."""
    lexicon: dict[str, list[tuple[str, tuple[Sequence[int], Sequence[int]]]]] = {}
    for key, listed in sorted((key_of(term), listed) for term, listed in postings.items()):
        folded, _, written = key.partition(SEPARATOR)
        lexicon.setdefault(folded, []).append((written, (sorted(listed), [listed[n] for n in sorted(listed)])))
    factor = [(factors or {}).get(number, 1.0) for number in range(count)]
    return CountingIndex(Tables([{}] * count, {"factor": factor}, lexicon))


def plan_of(**weights: float) -> QueryPlan:
    """A plan of syllables with these weights."""
    return QueryPlan(tuple(PlanTerm(f"s:{word}", weight, "") for word, weight in weights.items()), (), {})


def plan_for(index: Index, most: Mapping[str, float]) -> QueryPlan:
    """A plan in which each term, whatever its rarity, can give as many points as `most` says."""
    terms = index.look_up(most)
    rarity = {
        term: math.log(1 + (index.count - found.count + 0.5) / (found.count + 0.5)) for term, found in terms.items()
    }
    return QueryPlan(tuple(PlanTerm(term, points / rarity[term], "") for term, points in most.items()), (), {})
