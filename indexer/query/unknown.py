"""A filter that no record can pass, because no record has its value: a mistake of the user, not an empty result.

Imported only when a filtered search finds nothing: comparing words has its price.
"""

from __future__ import annotations

from difflib import get_close_matches

from indexer.engines.port import Index
from indexer.query.facets import NAMES, plain
from indexer.query.filters import Filters, having
from kb.errors import QueryRefused

MAX_VALUES_LISTED = 12
"""Values that are listed when nothing is near."""
MAX_NEAR, LEAST_LIKENESS = 3, 0.6
"""Near values that are offered at most, and how alike they must be (`difflib.SequenceMatcher.ratio`)."""


def refuse_unknown(index: Index, filters: Filters) -> None:
    """Raises QueryRefused for a filter that cannot be met, with the values that were meant or that there are."""
    for name, called in NAMES.items():
        value = getattr(filters, name)
        if value is not None and not having(index, (name,), value):
            raise QueryRefused(f"không có {called.lower()} “{value}”; {_instead(index, name, value)}")


def _instead(index: Index, name: str, value: str) -> str:
    labels = {known: label for known, label, _ in index.labels(f"={name}:")}
    near = get_close_matches(plain(value), labels, MAX_NEAR, LEAST_LIKENESS)
    if near:
        return "gần giống: " + ", ".join(labels[known] for known in near)
    shown = [labels[known] for known in sorted(labels)]
    rest = f", … ({len(shown)} giá trị)" if len(shown) > MAX_VALUES_LISTED else ""
    return "có: " + ", ".join(shown[:MAX_VALUES_LISTED]) + rest if shown else "chỉ mục này không có giá trị nào"
