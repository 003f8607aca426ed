"""What a posting adds to a score, as far as no query changes it: an engine may keep it and find the best by sums.

A score is P · (U + (1 - U) · C) · F: points P and covered weight C as shares of the question's weight, the share U that
a record keeps which covers nothing, the record's factor F. P and C are sums over the terms, a score is not. With
u = √F · P and v = √F · (1 - U) · C it is u · (v + √F · U), so that by the inequality of the means it is at most
((s + √F · U) / 2)² where s = u + v is a sum over the terms: of the impacts √F · (saturated weight + 1 - U), each times
its term's share.
"""

from __future__ import annotations

import math

from indexer.engines.weight_codes import WEIGHTS

K1 = 1.6
"""BM25's saturation: a weight of K1 gives (K1 + 1) / 2 of the points of a weight of one."""
UNCOVERED_FACTOR = 0.42
"""A record that matches next to nothing of the question keeps this share of its score."""


def saturate(weight: float) -> float:
    """The points of a weight, where a weight of one gives one point; at most K1 + 1."""
    return weight * (K1 + 1) / (weight + K1)


SATURATED = tuple(map(saturate, WEIGHTS))
"""The points of each weight code."""


def impact(code: int, factor: float) -> float:
    """The impact of a posting with this weight code, in a record with this factor."""
    return math.sqrt(factor) * (SATURATED[code] + 1 - UNCOVERED_FACTOR)


def most_score(impacts: float, factor: float) -> float:
    """The most that a record scores, as a share of the question's weight, whose impacts sum to at most `impacts`.

    `factor` is the highest of any record. Where the sum is less than √F · U, all of it is best spent on u.
    """
    kept = math.sqrt(factor) * UNCOVERED_FACTOR
    return ((impacts + kept) / 2) ** 2 if impacts >= kept else impacts * kept
