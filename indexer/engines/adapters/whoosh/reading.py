"""Reads an index that `writing` wrote: all files are opened at once, and answer also when another takes its place."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import whoosh.index
from whoosh.columns import CompressedBytesColumn, PickleColumn, VarBytesColumn

from indexer.analysis import lexicon_place
from indexer.engines.adapters.whoosh.codec import Form
from indexer.engines.adapters.whoosh.files import FORWARD, columns
from indexer.engines.forms_term import FormsTerm
from indexer.engines.port import Postings
from kb.errors import IndexUnusable

TERMS_KEPT = 4096
"""Terms, with the posting lists that were read, kept for the next question of an opened index."""


class Reader:
    """An opened index (`indexer.engines.port.Index`). Raises IndexUnusable for one that is missing or broken."""

    def __init__(self, folder: Path) -> None:
        try:
            index: Any = whoosh.index.open_dir(str(folder))
            segment = index._segments()[0]
            codec, self._storage = segment.codec(), index.storage
            self._terms = codec.terms_reader(index.storage, segment)
            self._records = codec.per_document_reader(index.storage, segment)
            self.count: int = segment.doc_count_all()
            self._stored = self._open_column("_stored", PickleColumn(CompressedBytesColumn()))
            self._columns = {name: self._open_column(name, column) for name, column in columns().items()}
            self._forward_file = self._open(segment.make_filename(FORWARD))
            # A folder is taken out of use whole (`indexer.build.build`): while its first file stands, what was not
            # found was never there.
            whole = self._stored is not None and index.storage.file_exists(segment.make_filename(codec.TERMS_EXT))
        except Exception as error:  # whoosh raises whatever its decoding trips over: the message says what to do
            raise IndexUnusable(f"không đọc được chỉ mục ở {folder}; chạy: kb index") from error
        if not whole:
            raise IndexUnusable(f"không đọc được chỉ mục ở {folder}; chạy: kb index")
        self._forward: Any = None
        self._known: dict[str, FormsTerm[Form] | None] = {}

    def look_up(self, terms: Iterable[str]) -> dict[str, FormsTerm[Form]]:
        """Those of the terms that some record has."""
        found = {}
        for name in terms:
            if name not in self._known:
                if len(self._known) >= TERMS_KEPT:
                    self._known.clear()
                self._known[name] = self._looked_up(name)
            term = self._known[name]
            if term:
                found[name] = term
        return found

    def _looked_up(self, term: str) -> FormsTerm[Form] | None:
        key, written = lexicon_place(term)
        forms = [form for form in self._terms.forms(key.encode()) if written is None or form.written == written]
        return FormsTerm(key[2:], forms, self._terms.read, self.count) if forms else None

    def forward(self, numbers: Iterable[int]) -> Iterator[dict[int, int]]:
        """The common forms of each record: number of the form -> weight code."""
        if self._forward is None:
            self._forward = VarBytesColumn().reader(*self._forward_file, self.count)
        for number in numbers:
            row = self._forward[number]
            forms = array("H")
            forms.frombytes(row[: len(row) // 3 * 2])
            yield dict(zip(forms, row[len(forms) * 2 :], strict=True))

    def column(self, name: str) -> Sequence[float] | None:
        """A number for each record; None when every record has the default."""
        return cast("Sequence[float] | None", self._columns[name])

    def stored(self, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
        """The stored fields of each record."""
        for number in numbers:
            yield self._stored[number]["record"]

    def labels(self, prefix: str) -> Iterator[tuple[str, str, Sequence[int]]]:
        """(what follows the prefix, written form, records) of each key that begins with `prefix`."""
        for key, forms in self._terms.keys_from(prefix.encode()):
            for form in forms:
                yield key.decode()[len(prefix) :], form.written, self._terms.read(form)[0]

    def lexicon(self, prefix: str) -> Iterator[str]:
        """Every written term whose folded form begins with `prefix`, in order of the folded forms."""
        for key, forms in self._terms.keys_from(prefix.encode()):
            folded = key.decode()
            for form in forms:
                yield folded[:2] + form.written if form.written else folded

    def entries(self) -> Iterator[tuple[str, list[tuple[str, Postings]]]]:
        """Every folded form, in order, with its written forms and their postings."""
        for key, forms in self._terms.keys_from(b""):
            yield key.decode(), [(form.written, self._terms.read(form)) for form in forms]

    def _open(self, name: str) -> tuple[Any, int, int]:
        return self._storage.open_file(name), 0, self._storage.file_length(name)

    def _open_column(self, name: str, column: Any) -> Any:
        return self._records.column_reader(name, column) if self._records.has_column(name) else None
