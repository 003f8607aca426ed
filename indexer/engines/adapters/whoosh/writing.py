"""Writes an index with Whoosh: records and their columns, the lexicon with its postings, the forward rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import whoosh.fields
import whoosh.index

from indexer.analysis import SEPARATOR
from indexer.engines.adapters.whoosh.codec import ArrayCodec
from indexer.engines.adapters.whoosh.files import FIELD, FORWARD, columns
from indexer.engines.adapters.whoosh.forward import ForwardWriter
from indexer.engines.port import EngineRecord, Postings
from indexer.engines.progress import Progress, counting


def write(
    folder: Path,
    records: Iterable[EngineRecord],
    terms: Iterable[tuple[str, Postings]],
    count: int,
    progress: Progress,
) -> None:
    """Write a new index of one segment into a folder (`indexer.engines.port.Engine`)."""
    schema = whoosh.fields.Schema(record=whoosh.fields.STORED, **{FIELD: whoosh.fields.TEXT(phrase=False)})
    index: Any = whoosh.index.create_in(str(folder), schema)
    codec: Any = ArrayCodec()  # type: ignore[no-untyped-call]  # Whoosh has no types
    segment = codec.new_segment(index.storage, index.indexname)
    _write_records(codec.per_document_writer(index.storage, segment), records)
    segment.set_doc_count(count)
    forward = ForwardWriter(count)
    fields = codec.field_writer(index.storage, segment)
    fields.start_field(FIELD, schema[FIELD])
    for key, forms in _grouped(counting(terms, progress, "terms")):
        fields.add_term(key.encode(), forms, [forward.add(*postings) for _, postings in forms])
    fields.finish_field()
    fields.close()
    forward.write(index.storage.create_file(segment.make_filename(FORWARD)))
    whoosh.index.TOC(schema, [segment], 1).write(index.storage, index.indexname)


def _write_records(writer: Any, records: Iterable[EngineRecord]) -> None:
    numeric = columns()
    for number, record in enumerate(records):
        writer.start_doc(number)
        writer.add_field("record", None, dict(record.stored), 0)
        for name, column in numeric.items():
            value = getattr(record, name)
            if value != column._default:
                writer.add_column_value(name, column, value)
        writer.finish_doc()
    writer.close()


def _grouped(terms: Iterable[tuple[str, Postings]]) -> Iterator[tuple[str, list[tuple[str, Postings]]]]:
    """Each folded form with its written ones."""
    keyed = ((*key.partition(SEPARATOR), postings) for key, postings in terms)
    for folded, forms in groupby(keyed, key=lambda entry: entry[0]):
        yield folded, [(written, postings) for _, _, written, postings in forms]
