"""A record of the index as an engine keeps it, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indexer.engines.port import EngineRecord
from indexer.ranking.near_duplicates import sketch
from indexer.ranking.weights import KIND_WEIGHT
from indexer.records.record import IndexRecord

SKETCH = "sketch"
"""The one stored field that is no field of the record."""


def engine_record(record: IndexRecord) -> EngineRecord:
    """What an engine keeps of a record."""
    stored = vars(record) | {SKETCH: sketch(record.text)}
    return EngineRecord(stored, KIND_WEIGHT[record.kind] * record.prior, record.issued, record.rank)


def index_record(stored: Mapping[str, Any]) -> IndexRecord:
    """The record of which these are the stored fields."""
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()
    }
    return IndexRecord(**{name: value for name, value in fields.items() if name != SKETCH})
