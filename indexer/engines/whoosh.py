"""The Whoosh adapter. The only module that speaks Whoosh: writes an index, reads postings.

Whoosh stores the postings; which terms count and how is the plan's business (`indexer.plan`), so
another engine can be put here without touching the ranking.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import whoosh.fields
import whoosh.index

from kb.errors import IndexUnusable

FIELDS = ("number", "title", "text", "context")
"""The searched fields. Terms come analysed, so Whoosh only splits them at spaces."""
LENGTHS = "lengths.bin"
"""Terms in each field of each record, four bytes a number: read at once, not asked of Whoosh for each posting."""


def _schema() -> whoosh.fields.Schema:
    searched = {name: whoosh.fields.KEYWORD() for name in FIELDS}
    return whoosh.fields.Schema(record=whoosh.fields.STORED, **searched)


def write(directory: Path, rows: Iterable[tuple[dict[str, Any], dict[str, list[str]]]]) -> None:
    """Write rows of (stored record, terms by field) into a new index in an empty directory."""
    directory.mkdir(parents=True, exist_ok=True)
    writer = whoosh.index.create_in(str(directory), _schema()).writer()
    lengths = array("I")
    for record, terms in rows:
        writer.add_document(record=record, **{name: " ".join(terms.get(name, ())) for name in FIELDS})
        lengths.extend(len(terms.get(name, ())) for name in FIELDS)
    writer.commit()
    with (directory / LENGTHS).open("wb") as file:
        lengths.tofile(file)


class Reader:
    """Postings of one index. Opening a broken or missing index raises IndexUnusable."""

    def __init__(self, directory: Path) -> None:
        try:
            index: Any = whoosh.index.open_dir(str(directory))
            self._reader = index.reader()
            self.count: int = self._reader.doc_count_all()
            lengths = array("I", (directory / LENGTHS).read_bytes())
        except Exception as error:  # whoosh raises whatever its decoding trips over: the message says what to do
            raise IndexUnusable(f"không đọc được chỉ mục ở {directory}; chạy: kb index") from error
        self._lengths = {name: _relative(lengths[place :: len(FIELDS)]) for place, name in enumerate(FIELDS)}

    def exists(self, term: str) -> bool:
        """Whether the term stands in any field."""
        return any((name, term) in self._reader for name in FIELDS)

    def postings(self, field: str, term: str) -> Iterable[tuple[int, float]]:
        """(record's number, occurrences) of a term in a field; nothing when it is not there."""
        if (field, term) not in self._reader:
            return ()
        matcher = self._reader.postings(field, term)
        found = []
        while matcher.is_active():
            found.append((matcher.id(), matcher.weight()))
            matcher.next()
        return found

    def relative_lengths(self, field: str) -> Sequence[float]:
        """For each record, the length of its field over the average of that field."""
        return self._lengths[field]

    def stored(self, number: int) -> dict[str, Any]:
        """The record as it was written."""
        record: dict[str, Any] = self._reader.stored_fields(number)["record"]
        return record

    def lexicon(self, prefix: str) -> Iterator[str]:
        """Every term of the title and text that begins with `prefix`, in order, once."""
        seen: set[str] = set()
        for field in ("title", "text"):
            for raw in self._reader.expand_prefix(field, prefix):
                term = raw.decode() if isinstance(raw, bytes) else str(raw)
                if term not in seen:
                    seen.add(term)
                    yield term


def _relative(lengths: array[int]) -> list[float]:
    average = sum(lengths) / max(1, len(lengths)) or 1.0
    return [length / average for length in lengths]
