"""The changes of an index while they are edited: by the ids of its records, and with their lengths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from indexer.build.engine_record import engine_record, index_record
from indexer.build.invert import lengths_of
from indexer.build.inverter import Inverter
from indexer.engines.port import EngineRecord, Replacement, WrittenIndex
from indexer.manifest import RECORDS
from indexer.records.record import IndexRecord
from kb.errors import IndexUnusable

_Come = tuple[EngineRecord, Mapping[str, int]]


@dataclass
class _Place:
    """What has become of a record as it was written."""

    gone: Collection[str] | None = None
    """Its keys where it goes."""
    come: list[_Come] = field(default_factory=list)
    """What stands in its place, or before it where it stays."""


class AmendmentEditing:
    """The changes of an index while they are edited, and the lengths of its records."""

    def __init__(self, written: WrittenIndex, inverter: Inverter) -> None:
        self._written, self._inverter = written, inverter
        self._places: dict[int, _Place] = {}
        self.lengths = Counter(written.lengths)
        for change in written.changes:
            self._at(change.first).come += change.come
            for number, keys in change.gone:
                self._at(number).gone = keys

    def replace(self, changed: Mapping[str, IndexRecord], removed: Collection[str]) -> None:
        """Take out what has these ids, and put the changed records there. Raises IndexUnusable for an unknown id."""
        ids = {*changed, *removed}
        keys = self._inverter.keys([*changed.values()])
        come = {name: (engine_record(record), next(keys)) for name, record in changed.items()}
        found = self._replace_come(ids, come)
        numbers = {name: number for name, number in self._written.numbers_of(ids).items() if self._stays(number)}
        new = ids - found - numbers.keys()
        if unknown := new.difference(changed):
            raise IndexUnusable(f"không có bản ghi {min(unknown)} trong chỉ mục")
        self._take_out([*numbers.values()])
        for name, one in come.items():
            if name not in found:
                self._at(numbers.get(name, self._written.count)).come.append(one)
        self._count(changed.values(), 1)

    def replacements(self) -> list[Replacement]:
        """The changes as they are now."""
        listed = [(number, self._places[number]) for number in sorted(self._places)]
        return [
            Replacement(number, [] if place.gone is None else [(number, place.gone)], place.come)
            for number, place in listed
            if place.gone is not None or place.come
        ]

    def _replace_come(self, ids: Collection[str], come: Mapping[str, _Come]) -> set[str]:
        """Replace or take out what came since the index was written; the ids that stood there."""
        found = set[str]()
        for place in self._places.values():
            mine = {record.stored["id"] for record, _ in place.come if record.stored["id"] in ids}
            self._count([index_record(record.stored) for record, _ in place.come if record.stored["id"] in mine], -1)
            listed = [(one[0].stored["id"], one) for one in place.come]
            place.come = [come.get(name, one) for name, one in listed if name not in mine or name in come]
            found |= mine
        return found

    def _take_out(self, numbers: Sequence[int]) -> None:
        """Take out records that stand there as they were written."""
        records = [*map(index_record, self._written.written(numbers))]
        for number, keys in zip(numbers, self._inverter.keys(records), strict=True):
            self._at(number).gone = [*keys]
        self._count(records, -1)

    def _stays(self, number: int) -> bool:
        return number not in self._places or self._places[number].gone is None

    def _at(self, number: int) -> _Place:
        return self._places.setdefault(number, _Place())

    def _count(self, records: Iterable[IndexRecord], sign: int) -> None:
        """Add the lengths of records to those of all, or take them off."""
        for record in records:
            for name, words in {**lengths_of(record), RECORDS: 1}.items():
                self.lengths[name] += sign * words
