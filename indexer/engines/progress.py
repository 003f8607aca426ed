"""What is told while an index is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol, TypeVar

Thing = TypeVar("Thing")

Counted = Literal["records", "terms", "rows", "seconds"]
"""Records analysed; terms written; rows of weights sent, one a record; seconds that segments have been merged."""
EVERY = 256
"""Things between two tellings."""


class Progress(Protocol):
    """Told how many of the things that are counted now are done, of how many; of 0 where nobody knows yet."""

    def __call__(self, counted: Counted, done: int, total: int, /) -> None: ...


def silent(counted: Counted, done: int, total: int, /) -> None:
    """No progress shown."""


def counting(things: Iterable[Thing], progress: Progress, counted: Counted, total: int = 0) -> Iterator[Thing]:
    """The same things, told while they pass."""
    done = 0
    for done, thing in enumerate(things, 1):
        yield thing
        if not done % EVERY:
            progress(counted, done, total)
    progress(counted, done, total or done)
