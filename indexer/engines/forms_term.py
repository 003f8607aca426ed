"""A term as a ranking sees it: how many records have it, how much it can weigh, and which records have it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from indexer.engines.port import Postings
from indexer.engines.weight_codes import WEIGHTS


class WrittenForm(Protocol):
    """One written form of a term, as an engine knows it before its postings are read."""

    @property
    def written(self) -> str:
        """Empty when it is the folded form itself."""
        ...

    @property
    def records(self) -> int:
        """Records that have it."""
        ...

    @property
    def top(self) -> int:
        """The highest code in its list."""
        ...

    @property
    def common(self) -> int:
        """Its number in the forward rows; -1 for a form that does not stand there."""
        ...


AnyForm = TypeVar("AnyForm", bound=WrittenForm)


class FormsTerm(Generic[AnyForm]):
    """The union of some written forms (`indexer.engines.port.IndexTerm`); postings are read when first asked for."""

    __slots__ = ("_folded", "_lists", "_read", "common", "count", "forms", "top")

    def __init__(self, folded: str, forms: list[AnyForm], read: Callable[[AnyForm], Postings], records: int) -> None:
        self._folded = folded
        self.forms: Sequence[AnyForm] = forms
        self._read = read
        self._lists: list[Postings | None] = [None] * len(forms)
        self.count = min(records, sum(form.records for form in forms))
        self.top = sum(WEIGHTS[form.top] for form in forms)
        numbers = [form.common for form in forms]
        self.common: Sequence[int] = numbers if min(numbers) >= 0 else []

    def written(self) -> list[tuple[str, int]]:
        """The ways in which the term is written and the records of each."""
        return [(form.written or self._folded, form.records) for form in self.forms]

    def lists(self) -> list[Postings]:
        """Record numbers and weight codes, a pair a form."""
        return [self._list(place) for place in range(len(self.forms))]

    def numbers(self) -> set[int]:
        """The records that have the term."""
        return {number for ids, _ in self.lists() for number in ids}

    def weight_in(self, number: int, forward: Mapping[int, int]) -> float:
        """What the term weighs in a record whose forward row is `forward`; 0.0 where it does not stand."""
        weight = 0.0
        for place, form in enumerate(self.forms):
            if form.common >= 0:
                code = forward.get(form.common)
            else:
                ids, codes = self._list(place)
                at = bisect_left(ids, number)
                code = codes[at] if at < len(ids) and ids[at] == number else None
            if code is not None:
                weight += WEIGHTS[code]
        return weight

    def _list(self, place: int) -> Postings:
        postings = self._lists[place]
        if postings is None:
            postings = self._lists[place] = self._read(self.forms[place])
        return postings
