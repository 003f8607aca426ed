"""Terms of a record to one weight each: frequency by field, weighted and set against the field's length.

This is the inner sum of BM25F (Robertson & Zaragoza 2009, eq. 3.20); it does not depend on the query, so it is
paid for once, when indexing. A weight is kept as a code of one byte on a logarithmic scale, steps of 3.5 %: finer
than any ranking can tell, and a query may score a posting by looking its code up in a table.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from indexer.engines.weight_codes import encode

B = 0.6
FIELD_WEIGHT = {"title": 4.0, "text": 1.0, "context": 2.0, "hints": 0.4}
"""A title says what a text is about, the context (heading above, chapter, law) in which
matter it speaks; issuer and topics only hint."""
AVERAGE_STEP = 0.02
"""Averages are those of the nearest step of 2 %, less than a weight can tell: so one edited record hardly ever changes
them, and with them the weights of all others."""
KIND_WEIGHT = {
    "document": 1.25,
    "programme": 1.1,
    "observance": 1.15,
    "model": 1.0,
    "paragraph": 0.95,
    "body": 0.9,
    "term": 0.8,
    "article": 1.0,
}
"""Of two equal matches, the document is what a reader of law looks for; a term is only a key to others."""

Lengths = Mapping[str, int]
"""The length of each field, in words."""


def total_lengths(lengths: Iterable[Lengths]) -> tuple[dict[str, int], int]:
    """The length of each field in all records together, in words, and how many records."""
    sums: Counter[str] = Counter()
    count = 0
    for record in lengths:
        count += 1
        for name in FIELD_WEIGHT:
            sums[name] += record[name]
    return {name: sums[name] for name in FIELD_WEIGHT}, count


def averages(total: Lengths, count: int) -> dict[str, float]:
    """The average length of each field, in words, to the nearest step; 1 for a field that is always empty."""
    return {name: _stepped(total[name] / count) if total[name] else 1.0 for name in FIELD_WEIGHT}


def _stepped(average: float) -> float:
    return math.exp(round(math.log(average) / AVERAGE_STEP) * AVERAGE_STEP)


def weigh(fields: Mapping[str, list[str]], lengths: Lengths, average: Mapping[str, float]) -> dict[str, int]:
    """The weight code of each term of a record."""
    weights: dict[str, float] = {}
    for name, weight in FIELD_WEIGHT.items():
        share = weight / (1 - B + B * lengths[name] / average[name])
        for term, occurrences in Counter(fields[name]).items():
            weights[term] = weights.get(term, 0.0) + share * occurrences
    codes = {weight: encode(weight) for weight in set(weights.values())}
    return {term: codes[weight] for term, weight in weights.items()}
