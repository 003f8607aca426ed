"""The Whoosh adapter. The only module that speaks Whoosh: writes an index, reads postings.

Whoosh stores the postings; which terms count and how is the plan's business (`indexer.plan`), so
another engine can be put here without touching the ranking.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import whoosh.fields
import whoosh.index
from whoosh.analysis.filters import DelimitedAttributeFilter
from whoosh.analysis.tokenizers import SpaceSeparatedTokenizer

from kb.errors import IndexUnusable

_UNCALLED = ("_hashlib", "bz2", "lzma")
"""OpenSSL and two compressors: Whoosh's codec pulls them in by way of hashlib and shutil, reading calls none, and
together they take a tenth of a cold search. hashlib and shutil do without them where they are missing."""

FIELD = "terms"
"""One field: terms carry their kind as a prefix, and how much they say about the record as their weight."""


def _import_codec() -> None:
    """Import the codec with its uncalled companions absent; they stay importable for everyone else."""
    modules = cast(dict[str, Any], sys.modules)
    absent = [name for name in _UNCALLED if name not in modules]
    modules.update(dict.fromkeys(absent))
    try:
        import whoosh.codec.whoosh3  # noqa: F401  imported here for its time, used by Whoosh
    finally:
        for name in absent:
            del modules[name]


def _schema() -> whoosh.fields.Schema:
    # Terms come analysed and weighted, as "term^weight" with spaces between.
    analyzer = SpaceSeparatedTokenizer() | DelimitedAttributeFilter()
    terms = whoosh.fields.TEXT(analyzer=analyzer, phrase=False)
    return whoosh.fields.Schema(record=whoosh.fields.STORED, **{FIELD: terms})


def write(directory: Path, rows: Iterable[tuple[dict[str, Any], Mapping[str, float]]]) -> None:
    """Write rows of (stored record, weight by term) into a new index in an empty directory."""
    directory.mkdir(parents=True, exist_ok=True)
    writer = whoosh.index.create_in(str(directory), _schema()).writer()
    for record, weights in rows:
        terms = " ".join(f"{term}^{weight:.4f}" for term, weight in weights.items())
        writer.add_document(record=record, **{FIELD: terms})
    writer.commit()


class Reader:
    """Postings of one index. Opening a broken or missing index raises IndexUnusable."""

    def __init__(self, directory: Path) -> None:
        _import_codec()
        try:
            index: Any = whoosh.index.open_dir(str(directory))
            self._reader = index.reader()
            self.count: int = self._reader.doc_count_all()
        except Exception as error:  # whoosh raises whatever its decoding trips over: the message says what to do
            raise IndexUnusable(f"không đọc được chỉ mục ở {directory}; chạy: kb index") from error

    def exists(self, term: str) -> bool:
        """Whether any record has the term."""
        return (FIELD, term) in self._reader

    def postings(self, term: str) -> Sequence[tuple[int, float]]:
        """(record's number, weight) of a term; nothing when no record has it."""
        if (FIELD, term) not in self._reader:
            return ()
        matcher = self._reader.postings(FIELD, term)
        found = []
        while matcher.is_active():
            found.append((matcher.id(), matcher.weight()))
            matcher.next()
        return found

    def stored(self, number: int) -> dict[str, Any]:
        """The record as it was written."""
        record: dict[str, Any] = self._reader.stored_fields(number)["record"]
        return record

    def lexicon(self, prefix: str) -> Iterator[str]:
        """Every term that begins with `prefix`, in order."""
        for raw in self._reader.expand_prefix(FIELD, prefix):
            yield raw.decode() if isinstance(raw, bytes) else str(raw)
