"""What stays open of documents that are cited rightly, as the words of a verdict say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

NOT_KNOWN = "chưa rõ hiệu lực"
"""No source says whether the document holds."""
TO_VERIFY = "cần xác minh hiệu lực"
"""A source that nobody can check says that it has ended."""


def left_open(said: Iterable[str]) -> str:
    """`` (6 chưa rõ hiệu lực)`` behind a count of those that are right: how many may not hold any more.

    `said` is what is open of each, empty for nothing.
    """
    counts = Counter(said)
    listed = ", ".join(f"{counts[words]} {words}" for words in (TO_VERIFY, NOT_KNOWN) if counts[words])
    return f" ({listed})" if listed else ""
