"""A filter that no record can pass, because no record has its value: a slip of the user, not an empty result.

Imported only when a filtered search finds nothing: comparing words has its price.
"""

from __future__ import annotations

from difflib import get_close_matches

from indexer.engines.port import Index
from indexer.query.facets import NAMES, plain
from indexer.query.filters import Filters, having
from kb.errors import QueryRefused

_SHOWN = 12
"""As many values are listed when nothing is near."""


def refuse_unknown(index: Index, filters: Filters) -> None:
    """Raises QueryRefused for a filter that cannot be met, with the values that were meant or that there are."""
    for name, called in NAMES.items():
        value = getattr(filters, name)
        if value is not None and not having(index, (name,), value):
            raise QueryRefused(f"không có {called.lower()} “{value}”; {_instead(index, name, value)}")


def _instead(index: Index, name: str, value: str) -> str:
    labels = {known: label for known, label, _ in index.labels(f"={name}:")}
    near = get_close_matches(plain(value), labels, 3, 0.6)
    if near:
        return "gần giống: " + ", ".join(labels[known] for known in near)
    shown = [labels[known] for known in sorted(labels)]
    rest = f", … ({len(shown)} giá trị)" if len(shown) > _SHOWN else ""
    return "có: " + ", ".join(shown[:_SHOWN]) + rest if shown else "chỉ mục này không có giá trị nào"
