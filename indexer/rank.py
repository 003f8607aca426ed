"""Scores: BM25F over the plan's terms (Robertson & Zaragoza 2009), readings kept.

The weight of a posting is the term's frequency in the record, each field weighted and set against its
length when the record was indexed (`indexer.weigh`).

The score of a record is a sum of parts, one a term, times factors named below; `--explain` prints
the same parts, so it adds up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from indexer.plan import QueryPlan

K1 = 1.2
MOST_STANDING = 1.6
"""The most that a record's standing (`indexer.standing`) may raise its score."""
HALF = 0.35
"""A record that matches next to nothing of the question keeps this share of its score."""


class Postings(Protocol):
    """What an engine must give (`indexer.engines`)."""

    count: int

    def postings(self, term: str) -> Sequence[tuple[int, float]]: ...


class Scored:
    """A record's number in the index, its score and the parts that make it up."""

    __slots__ = ("covered", "number", "parts", "score")

    def __init__(self, number: int) -> None:
        self.number = number
        self.score = 0.0
        self.covered = 0.0
        self.parts: list[tuple[str, str, float]] = []
        """(term, reading, points) before coverage."""


def rank(postings: Postings, plan: QueryPlan) -> list[Scored]:
    """Every record that has a term of the plan, best first."""
    found: dict[int, Scored] = {}
    total = 0.0
    for term in plan.terms:
        posted = postings.postings(term.term)
        idf = math.log(1 + (postings.count - len(posted) + 0.5) / (len(posted) + 0.5))
        most = term.weight * idf
        total += most
        for number, weight in posted:
            scored = found.get(number) or found.setdefault(number, Scored(number))
            scored.parts.append((term.term, term.reading, most * weight * (K1 + 1) / (weight + K1)))
            scored.covered += most
    for scored in found.values():
        coverage = HALF + (1 - HALF) * scored.covered / total if total else 1.0
        scored.score = sum(points for _, _, points in scored.parts) * coverage
        scored.parts.append(("×", "phần câu tìm có mặt", coverage))
    return sorted(found.values(), key=lambda scored: (-scored.score, scored.number))
