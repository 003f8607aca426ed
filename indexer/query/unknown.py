"""A filter that no record can pass, because no record has its value: a mistake of the user, not an empty result.

Imported only when a filtered search finds nothing: comparing words has its price.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from indexer.engines.port import Index
from indexer.query.facets import NAMES, WORDS, plain
from indexer.query.filters import Filters, having
from kb.errors import QueryRefused

MAX_VALUES_LISTED = 12
"""Values that are listed when nothing is near."""
MAX_NEAR, LEAST_LIKENESS = 3, 0.6
"""Near values that are offered at most, and how alike they must be (`difflib.SequenceMatcher.ratio`)."""

CONSTANTS = {"listed": MAX_VALUES_LISTED, "near": MAX_NEAR, "likeness": LEAST_LIKENESS}
"""What the browser's twin takes over (`indexer.browser.settings`)."""


def refuse_unknown(index: Index, filters: Filters, fields: Iterable[tuple[str, str]] = ()) -> None:
    """Raises QueryRefused for a filter, or a field word of the query, that no record can meet.

    It names the values that were meant, or those that there are.
    """
    asked: list[tuple[tuple[str, ...], str | None]] = [((name,), getattr(filters, name)) for name in NAMES]
    asked += [(WORDS[word], value) for word, value in fields]
    for names, value in asked:
        if value is not None and not having(index, names, value):
            called = " hay ".join(NAMES[name].lower() for name in names)
            raise QueryRefused(f"không có {called} “{value}”; {_instead(index, names, value)}")


def _instead(index: Index, names: tuple[str, ...], value: str) -> str:
    labels = {known: label for name in names for known, label, _ in index.labels(f"={name}:")}
    near = get_close_matches(plain(value), labels, MAX_NEAR, LEAST_LIKENESS)
    if near:
        return "gần giống: " + ", ".join(labels[known] for known in near)
    shown = [labels[known] for known in sorted(labels)]
    rest = f", … ({len(shown)} giá trị)" if len(shown) > MAX_VALUES_LISTED else ""
    return "có: " + ", ".join(shown[:MAX_VALUES_LISTED]) + rest if shown else "chỉ mục này không có giá trị nào"
