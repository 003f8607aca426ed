"""An index as it was written, read as it is now: numbers moved, records that went left out, those that came put in."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from indexer.analysis import SEPARATOR
from indexer.engines.adapters.opensearch.documents import COLUMNS
from indexer.engines.adapters.opensearch.forms import ClusterForm
from indexer.engines.port import EngineRecord, Postings, Replacement


class Amended:
    """Changes (`indexer.engines.port.Replacement`) of an index that was written with `written` records."""

    def __init__(self, written: int, changes: Sequence[Replacement]) -> None:
        self._written, self._changes = written, changes
        self._starts: list[int] = []
        self._come: dict[str, list[tuple[int, int]]] = {}
        self._gone = Counter(key for change in changes for _, keys in change.gone for key in keys)
        moved = 0
        for change in changes:
            self._starts.append(change.first + moved)
            for number, (_, codes) in enumerate(change.come, change.first + moved):
                for key, code in codes.items():
                    self._come.setdefault(key, []).append((number, code))
            moved += len(change.come) - len(change.gone)
        self.count = written + moved
        """Records as they are now."""
        self._by_folded: dict[str, list[str]] = {}
        for key in sorted(self._come):
            self._by_folded.setdefault(key.partition(SEPARATOR)[0], []).append(key)

    def form(self, form: ClusterForm) -> ClusterForm:
        """A form with as many records as it has now; its highest code may be that of a record that went."""
        come = self._come.get(form.key, ())
        records = form.listed - self._gone[form.key] + len(come)
        return form._replace(records=records, top=max(form.top, *(code for _, code in come), 0))

    def new_forms(self, folded: str) -> Iterator[ClusterForm]:
        """The forms of records that came, of this folded form; others may have them too."""
        return map(_unlisted, self._by_folded.get(folded, ()))

    def new_forms_from(self, prefix: str) -> Iterator[ClusterForm]:
        """The forms of records that came, whose folded form begins so, in order; others may have them too."""
        return (_unlisted(key) for folded, keys in self._by_folded.items() if folded.startswith(prefix) for key in keys)

    def postings(self, key: str, listed: Postings) -> Postings:
        """The posting list of a key as it is now."""
        if not self._changes:
            return listed
        numbers, codes = self._moved(*listed)
        for number, code in self._come.get(key, ()):
            place = bisect_left(numbers, number)
            numbers.insert(place, number)
            codes.insert(place, code)
        return numbers, codes

    def _moved(self, listed: Sequence[int], listed_codes: Sequence[int]) -> tuple[array[int], bytearray]:
        """What is left of a list, with the numbers of now."""
        numbers, codes, start, moved = array("I"), bytearray(), 0, 0
        for change in (*self._changes, Replacement(self._written, (), ())):
            end = bisect_left(listed, change.first, start)
            part = listed[start:end]
            numbers.extend(part if not moved else [number + moved for number in part])
            codes += bytes(listed_codes[start:end])
            start = bisect_left(listed, change.first + len(change.gone), end)
            moved += len(change.come) - len(change.gone)
        return numbers, codes

    @property
    def gone(self) -> list[int]:
        """The records that went, by the numbers that they were written with."""
        return [number for change in self._changes for number, _ in change.gone]

    def come(self) -> Iterator[tuple[int, Mapping[str, int]]]:
        """The number of each record that came, with the weight code of each of its keys."""
        for start, change in zip(self._starts, self._changes, strict=True):
            for number, (_, codes) in enumerate(change.come, start):
                yield number, codes

    def moved(self, number: int) -> int:
        """The number that a record has now, which was written with `number` and did not go."""
        before = [change for change in self._changes if change.first <= number]
        return number + sum(len(change.come) - len(change.gone) for change in before)

    def origin(self, number: int) -> int | EngineRecord:
        """Where a record stands: its number when it was written, or itself where it came since."""
        place = bisect_right(self._starts, number) - 1
        if place < 0:
            return number
        change, offset = self._changes[place], number - self._starts[place]
        if offset < len(change.come):
            return change.come[offset][0]
        return change.first + len(change.gone) + offset - len(change.come)

    def column(self, name: str, written: Sequence[float] | None) -> Sequence[float] | None:
        """A column as it is now; None when every record has the default."""
        if not self._changes:
            return written
        kind, default = COLUMNS[name]
        values = array(kind, [default] * self._written if written is None else written)
        for change in reversed(self._changes):
            come = array(kind, [getattr(record, name) for record, _ in change.come])
            values[change.first : change.first + len(change.gone)] = come
        return values if values.count(default) < len(values) else None


def _unlisted(key: str) -> ClusterForm:
    return ClusterForm(key, -1, 0, 0, 0, 0)
