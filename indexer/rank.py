"""Scores: BM25 over the plan's terms (Robertson & Zaragoza 2009), fields weighted, readings kept.

The score of a record is a sum of parts, one a term, times factors named below; `--explain` prints
the same parts, so it adds up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Protocol

from indexer.plan import PlanTerm, QueryPlan

K1, B = 1.2, 0.75
FIELD_WEIGHT = {"title": 2.2, "text": 1.0, "context": 0.4}
"""A title says what a text is about; the context (heading, issuer, topic) only hints."""
MOST_STANDING = 1.6
"""The most that a record's standing (`indexer.standing`) may raise its score."""
HALF = 0.5
"""A record that matches next to nothing of the question keeps this share of its score."""


class Postings(Protocol):
    """What an engine must give (`indexer.engines`)."""

    count: int

    def postings(self, field: str, term: str) -> Iterable[tuple[int, float]]: ...

    def relative_lengths(self, field: str) -> Sequence[float]: ...


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
        frequencies = _frequencies(postings, term)
        idf = math.log(1 + (postings.count - len(frequencies) + 0.5) / (len(frequencies) + 0.5))
        total += term.weight * idf
        for number, frequency in frequencies.items():
            scored = found.setdefault(number, Scored(number))
            points = term.weight * idf * frequency * (K1 + 1) / (frequency + K1)
            scored.parts.append((term.term, term.reading, points))
            scored.covered += term.weight * idf
    for scored in found.values():
        coverage = HALF + (1 - HALF) * scored.covered / total if total else 1.0
        scored.score = sum(points for _, _, points in scored.parts) * coverage
        scored.parts.append(("×", "phần câu tìm có mặt", coverage))
    return sorted(found.values(), key=lambda scored: (-scored.score, scored.number))


def _frequencies(postings: Postings, term: PlanTerm) -> dict[int, float]:
    """Occurrences of a term by record, each field weighted and set against its length."""
    if term.term.startswith("n:"):
        return dict(postings.postings("number", term.term))
    found: dict[int, float] = {}
    for name, weight in FIELD_WEIGHT.items():
        lengths = postings.relative_lengths(name)
        for number, occurrences in postings.postings(name, term.term):
            share = weight * occurrences / (1 - B + B * lengths[number])
            found[number] = found.get(number, 0.0) + share
    return found
