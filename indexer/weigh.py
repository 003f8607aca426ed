"""Terms of a record to one weight each: frequency by field, weighted and set against the field's length.

This is the inner sum of BM25F (Robertson & Zaragoza 2009, eq. 3.20); it does not depend on the query,
so it is paid for once, when indexing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

B = 0.6
FIELD_WEIGHT = {"title": 4.0, "text": 1.0, "context": 2.0, "hints": 0.4}
"""A title says what a text is about, the context (heading above, chapter, law) in which
matter it speaks; issuer and topics only hint."""

Fields = Mapping[str, list[str]]


def averages(records: Iterable[Fields]) -> dict[str, float]:
    """The average length of each field, in terms; 1 for a field that is always empty."""
    sums: Counter[str] = Counter()
    count = 0
    for fields in records:
        count += 1
        sums.update({name: len(fields.get(name, ())) for name in FIELD_WEIGHT})
    return {name: sums[name] / max(1, count) or 1.0 for name in FIELD_WEIGHT}


def weigh(fields: Fields, average: Mapping[str, float]) -> dict[str, float]:
    """The weight of each term of a record; a number term counts once."""
    weights: dict[str, float] = dict.fromkeys(fields.get("number", ()), 1.0)
    for name, weight in FIELD_WEIGHT.items():
        terms = fields.get(name, [])
        length = 1 - B + B * len(terms) / average[name]
        for term, occurrences in Counter(terms).items():
            weights[term] = weights.get(term, 0.0) + weight * occurrences / length
    return weights
