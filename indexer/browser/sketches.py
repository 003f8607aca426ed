"""The sketches that a browser needs: those of records that have near-duplicates. Most records have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from indexer.ranking.near_duplicates import BIN_DIGITS, BINS, FOLDED_KINDS, LEAST_EQUAL_BINS


def needed(records: Sequence[tuple[str, str]]) -> list[str]:
    """The sketch of each record (kind, sketch); empty where no other record's sketch can be alike."""
    seen = Counter(key for kind, sketch in records for key in _keys(kind, sketch))
    return [sketch if any(seen[key] > 1 for key in _keys(kind, sketch)) else "" for kind, sketch in records]


def _keys(kind: str, sketch: str) -> Iterator[tuple[str, int, str]]:
    """Parts of a sketch, one more than bins may differ: two that are alike have one of them in common."""
    if kind not in FOLDED_KINDS or not sketch:
        return
    parts = BINS - LEAST_EQUAL_BINS + 1 if len(sketch) == BIN_DIGITS * BINS else 1
    width = len(sketch) // parts
    for part in range(parts):
        yield kind, part, sketch[part * width : (part + 1) * width]
