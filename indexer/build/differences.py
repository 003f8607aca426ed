"""Which parts of a sequence were replaced by others, where these are few and near: read once, with little memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Generic, TypeVar

Row = TypeVar("Row")
_END = b""
"""Stands after the last digest of both sequences."""


@dataclass(frozen=True)
class Divergence(Generic[Row]):
    """So many places from `first` on, and the rows that stand there instead."""

    first: int
    gone: int
    come: list[Row]


def differences(old: Sequence[bytes], new: Iterable[tuple[bytes, Row]], most: int) -> list[Divergence[Row]] | None:
    """The places of `old`, a sequence of digests, that differ from `new`, (digest, row); None for more than `most`."""
    rows = chain(new, [(_END, None)])
    old, at, spent = [*old, _END], 0, 0
    ahead = deque(islice(rows, most + 1))
    found = list[Divergence[Row]]()
    while at < len(old):
        if ahead[0][0] == old[at]:
            step, come = 1, 1
        else:
            nearest = _nearest(old[at : at + most + 1], [digest for digest, _ in ahead])
            if nearest is None or (spent := spent + sum(nearest)) > most:
                return None
            step, come = nearest
            found.append(Divergence(at, step, [row for _, row in islice(ahead, come) if row is not None]))
        for _ in range(come):
            ahead.popleft()
        at += step
        ahead.extend(islice(rows, come))
    return found


def _nearest(old: Sequence[bytes], new: Sequence[bytes]) -> tuple[int, int] | None:
    """How far on in each the two sequences meet again, the least steps together."""
    places: dict[bytes, int] = {}
    for place, digest in enumerate(old):
        places.setdefault(digest, place)
    meeting = [(places[digest], come) for come, digest in enumerate(new) if digest in places]
    return min(meeting, key=sum, default=None)
