"""An index brought up to its records without being written anew, where few of them have changed.

What is read of it afterwards is the same as of one written anew, to the last weight: numbers, counts and lists follow
the records as they are now, and averages of the lengths keep their step (`indexer.ranking.weights.AVERAGE_STEP`). Where
they do not, where more than `MOST_CHANGED` records have changed, and where the engine has no index that it can amend,
it is written whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from indexer.build.differences import Divergence, differences
from indexer.build.engine_record import engine_record, index_record
from indexer.build.inverter import Inverter
from indexer.engines.port import AmendingEngine, Engine, Replacement, WrittenIndex
from indexer.engines.record_digest import digest_of
from indexer.manifest import RECORDS
from indexer.ranking.weights import averages
from indexer.records.record import IndexRecord

MOST_CHANGED = 300
"""Records that went and came since the index was written: whoever opens it reads them all."""


def is_amended(
    engine: Engine, folder: Path, cache: Path, records: Iterable[IndexRecord], lengths: Mapping[str, int]
) -> bool:
    """Amend the index in use of the place that `folder` names; False where it has to be written whole.

    `cache` is the segmenter's, `lengths` the table `indexer.manifest.LENGTHS` of `records`.
    """
    written = engine.written_index(folder) if isinstance(engine, AmendingEngine) else None
    average = averages(lengths, lengths[RECORDS])
    if written is None or averages(written.lengths, written.lengths[RECORDS]) != average:
        return False
    rows = ((digest_of(engine_record(record)), record) for record in records)
    found = differences(written.digests(), rows, MOST_CHANGED)
    if found is None:
        return False
    written.amend(_changes(written, found, Inverter(cache, average)), lengths)
    return True


def _changes(written: WrittenIndex, found: Sequence[Divergence[IndexRecord]], inverter: Inverter) -> list[Replacement]:
    """The differences with the keys of all records that go and come."""
    numbers = [number for one in found for number in range(one.first, one.first + one.gone)]
    gone = dict(zip(numbers, inverter.keys([*map(index_record, written.written(numbers))]), strict=True))
    come = inverter.keys([record for one in found for record in one.come])
    return [
        Replacement(
            one.first,
            [(number, [*gone[number]]) for number in range(one.first, one.first + one.gone)],
            [(engine_record(record), next(come)) for record in one.come],
        )
        for one in found
    ]
