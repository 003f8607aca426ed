"""Keys of single records, where few have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from indexer.build.batches import segmented
from indexer.build.invert import keys_of
from indexer.build.segment import Segmenter
from indexer.records.record import IndexRecord


class Inverter:
    """Keys of single records: `average` is the mean length of each field in words, `cache` the segmenter's."""

    def __init__(self, cache: Path, average: dict[str, float]) -> None:
        self._cache, self._average = cache, average

    def keys(self, records: Sequence[IndexRecord]) -> Iterator[dict[str, int]]:
        """The weight code of each key of each record."""
        with closing(Segmenter(self._cache)) as segmenter:
            words = segmenter.compounds([segmented(record) for record in records], _silent)
        return (keys_of(record, listed, self._average) for record, listed in zip(records, words, strict=True))


def _silent(done: int) -> None:
    """No progress shown."""
