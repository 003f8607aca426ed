"""The Whoosh adapter: with its codec (`postings`) and the rows beside it (`forward`) all that speaks Whoosh.

Whoosh keeps the terms, the records and their columns; which terms count and how is the plan's business
(`indexer.query.plan`, `indexer.ranking.rank`), so another engine can be put here without touching the ranking.

Besides the posting lists each record has a forward row: its common terms with their weights. A common term selects
little and has a long list; the few records that rarer terms have selected look it up in their own row.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

import whoosh.fields
import whoosh.index

from indexer.analysis import FOLDED, SEPARATOR, key_of
from indexer.engines.forward import ForwardWriter
from indexer.engines.postings import ArrayCodec, Form, Postings
from indexer.engines.term import Term
from kb.errors import IndexUnusable

FIELD = "terms"
KNOWN = 4096
"""Terms, with the posting lists that were read, kept for the next question of an opened index."""


class Row(NamedTuple):
    """A record as stored, and what is sorted and weighed by without reading it."""

    record: dict[str, Any]
    factor: float = 1.0
    """Of its score: what kind of thing it is, how much rests on it (`indexer.records.document_prior`)."""
    issued: int = 0
    """The day as a number, 20211228; 0 for unknown."""
    rank: int = 0
    """Its legal rank, highest 1; 0 for what has none."""


def _columns() -> dict[str, Any]:
    from whoosh.columns import NumericColumn

    return {
        "factor": NumericColumn("f", default=1.0),
        "issued": NumericColumn("I", default=0),
        "rank": NumericColumn("I", default=0),
    }


def write(directory: Path, rows: Iterable[Row], terms: Iterable[tuple[str, Postings]], count: int) -> None:
    """Write a new index into a directory.

    `terms` gives keys (`indexer.analysis.key_of`) in order with their postings, and is asked for after the last of
    `rows`, whose number is `count`.
    """
    directory.mkdir(parents=True, exist_ok=True)
    schema = whoosh.fields.Schema(record=whoosh.fields.STORED, **{FIELD: whoosh.fields.TEXT(phrase=False)})
    index: Any = whoosh.index.create_in(str(directory), schema)
    codec = cast(Any, ArrayCodec)()
    segment = codec.new_segment(index.storage, index.indexname)
    _write_rows(codec.per_document_writer(index.storage, segment), rows)
    segment.set_doc_count(count)
    forward = ForwardWriter(count)
    fields = codec.field_writer(index.storage, segment)
    fields.start_field(FIELD, schema[FIELD])
    for folded, forms in _grouped(terms):
        fields.add_term(folded.encode(), forms, [forward.add(*postings) for _, postings in forms])
    fields.finish_field()
    fields.close()
    forward.write(index.storage.create_file(segment.make_filename(".fwd")))
    whoosh.index.TOC(schema, [segment], 1).write(index.storage, index.indexname)


def _write_rows(writer: Any, rows: Iterable[Row]) -> None:
    columns = _columns()
    for number, row in enumerate(rows):
        writer.start_doc(number)
        writer.add_field("record", None, row.record, 0)
        for name, column in columns.items():
            value = getattr(row, name)
            if value != column._default:
                writer.add_column_value(name, column, value)
        writer.finish_doc()
    writer.close()


def _grouped(terms: Iterable[tuple[str, Postings]]) -> Iterator[tuple[str, list[tuple[str, Postings]]]]:
    """The written forms of one folded form together."""
    current, forms = "", list[tuple[str, Postings]]()
    for key, postings in terms:
        folded, _, written = key.partition(SEPARATOR)
        if folded != current and forms:
            yield current, forms
            forms = []
        current = folded
        forms.append((written, postings))
    if forms:
        yield current, forms


class Reader:
    """One index, opened: every file at once, so that it goes on answering when a new index takes its place.

    A broken or missing one raises IndexUnusable, here or when it is read.
    """

    def __init__(self, directory: Path) -> None:
        from whoosh.columns import CompressedBytesColumn, PickleColumn

        try:
            index: Any = whoosh.index.open_dir(str(directory))
            segment = index._segments()[0]
            codec, self._storage = segment.codec(), index.storage
            self._terms = codec.terms_reader(index.storage, segment)
            self._rows = codec.per_document_reader(index.storage, segment)
            self.count: int = segment.doc_count_all()
            self._stored = self._open_column("_stored", PickleColumn(CompressedBytesColumn()))
            self._columns = {name: self._open_column(name, column) for name, column in _columns().items()}
            self._forward_file = self._open(segment.make_filename(".fwd"))
            # A folder is taken out of use whole (`indexer.build.build`): while its first file stands, what was not
            # found was never there.
            whole = self._stored is not None and index.storage.file_exists(segment.make_filename(codec.TERMS_EXT))
        except Exception as error:  # whoosh raises whatever its decoding trips over: the message says what to do
            raise IndexUnusable(f"không đọc được chỉ mục ở {directory}; chạy: kb index") from error
        if not whole:
            raise IndexUnusable(f"không đọc được chỉ mục ở {directory}; chạy: kb index")
        self._forward: Any = None
        self._known: dict[str, Term | None] = {}

    def look_up(self, term: str) -> Term | None:
        """A term, written (``s:đường``) or folded (``f:duong``); None when no record has it."""
        if term not in self._known:
            if len(self._known) >= KNOWN:
                self._known.clear()
            self._known[term] = self._looked_up(term)
        return self._known[term]

    def _looked_up(self, term: str) -> Term | None:
        kind = FOLDED.get(term[:2])
        if kind:
            forms = self._terms.forms((kind + term[2:]).encode())
        else:
            folded, _, written = key_of(term).partition(SEPARATOR)
            forms = [form for form in self._terms.forms(folded.encode()) if form.written == written]
        return Term(forms, self._terms.read, self.count) if forms else None

    def written(self, term: str) -> list[tuple[str, int]]:
        """The ways a folded term is written and the records of each."""
        forms = self._terms.forms((FOLDED[term[:2]] + term[2:]).encode())
        return [(form.written or term[2:], form.records) for form in forms]

    def exists(self, term: str) -> bool:
        """Whether any record has the term."""
        return self.look_up(term) is not None

    def forward(self, number: int) -> dict[int, int]:
        """The common forms of a record: number of the form -> weight code."""
        if self._forward is None:
            from whoosh.columns import VarBytesColumn

            self._forward = VarBytesColumn().reader(*self._forward_file, self.count)
        row = self._forward[number]
        numbers = array("H")
        numbers.frombytes(row[: len(row) // 3 * 2])
        return dict(zip(numbers, row[len(numbers) * 2 :], strict=True))

    def _open(self, name: str) -> tuple[Any, int, int]:
        return self._storage.open_file(name), 0, self._storage.file_length(name)

    def _open_column(self, name: str, column: Any) -> Any:
        return self._rows.column_reader(name, column) if self._rows.has_column(name) else None

    def column(self, name: str) -> Sequence[float] | None:
        """A number for each record, as in `Row`; None when every record has the default."""
        return cast("Sequence[float] | None", self._columns[name])

    def stored(self, number: int) -> dict[str, Any]:
        """The record as it was written."""
        record: dict[str, Any] = self._stored[number]["record"]
        return record

    def labels(self, prefix: str) -> Iterator[tuple[str, str, set[int]]]:
        """(folded value, label, records) of each facet term that begins with `prefix`."""
        for key, forms in self._terms.keys_from(prefix.encode()):
            for form in forms:
                ids, _ = self._terms.read(form)
                yield key.decode()[len(prefix) :], form.written, set(ids)

    def lexicon(self, prefix: str) -> Iterator[str]:
        """Every written term that begins with `prefix` when folded, in order of the folded forms."""
        for key, forms in self._terms.keys_from(prefix.encode()):
            folded = key.decode()
            for form in cast("list[Form]", forms):
                yield folded[:2] + form.written if form.written else folded

    def entries(self) -> Iterator[tuple[str, list[tuple[Form, Postings]]]]:
        """Every key of the lexicon, in order, with its written forms and their postings."""
        for key, forms in self._terms.keys_from(b""):
            yield key.decode(), [(form, self._terms.read(form)) for form in forms]
