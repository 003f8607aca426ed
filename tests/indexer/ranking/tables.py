"""An index in memory from a table of postings, and plans whose terms have the weight that a test wants."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from indexer.analysis import SEPARATOR, key_of, lexicon_place
from indexer.engines.port import Index, Term
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


class RowIndex(CountingIndex):
    """Keeps forward rows as well: of every written form that is in as many records as `COMMON` or more."""

    COMMON = 30

    def look_up(self, terms: Iterable[str]) -> dict[str, Term]:
        found = super().look_up(terms)
        numbered = {form: number for number, (form, _) in enumerate(self._common_forms())}
        for term, one in found.items():
            key = lexicon_place(term)[0]
            forms = [numbered.get((key, written)) for written, _ in one.written()]
            one.common = [number for number in forms if number is not None] if None not in forms else ()
        return found

    def forward(self, numbers: Iterable[int]) -> Iterator[dict[int, int]]:
        self.looked_up = [*numbers]
        listed = [dict(zip(*postings, strict=True)) for _, postings in self._common_forms()]
        for number in self.looked_up:
            yield {form: codes[number] for form, codes in enumerate(listed) if number in codes}

    def _common_forms(self) -> list[tuple[tuple[str, str], tuple[Sequence[int], Sequence[int]]]]:
        return [
            ((key, written or key[2:]), postings)
            for key, forms in self.entries()
            for written, postings in forms
            if len(postings[0]) >= self.COMMON
        ]


def index_of(
    postings: Postings,
    count: int,
    factors: Mapping[int, float] | None = None,
    kind: type[CountingIndex] = CountingIndex,
) -> CountingIndex:
    """An index of `count` records; a record that `factors` does not name has the factor 1."""
    lexicon: dict[str, list[tuple[str, tuple[Sequence[int], Sequence[int]]]]] = {}
    for key, listed in sorted((key_of(term), listed) for term, listed in postings.items()):
        folded, _, written = key.partition(SEPARATOR)
        lexicon.setdefault(folded, []).append((written, (sorted(listed), [listed[n] for n in sorted(listed)])))
    factor = [(factors or {}).get(number, 1.0) for number in range(count)]
    return kind(Tables([{}] * count, {"factor": factor}, lexicon))


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
