"""What a ranking asks of an engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class Term(Protocol):
    """A term of the index (`indexer.engines`)."""

    count: int
    top: float
    common: Sequence[int]
    """Its forms' numbers in the forward rows, when all stand there; else empty."""

    def lists(self) -> Sequence[tuple[Sequence[int], bytes]]: ...

    def weight_in(self, number: int, forward: Mapping[int, int]) -> float: ...


class Index(Protocol):
    """What an engine must give (`indexer.engines`)."""

    count: int

    def look_up(self, term: str) -> Term | None: ...

    def forward(self, number: int) -> dict[int, int]: ...

    def column(self, name: str) -> Sequence[float] | None: ...
