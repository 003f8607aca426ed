"""A second engine, for the tests alone: plain tables, written as one file and held in memory when opened.

It has no forward rows and nothing of Whoosh; what it shares with it is the port.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from indexer.analysis import SEPARATOR, lexicon_place
from indexer.engines.port import EngineRecord, Index, IndexTerm, Postings
from indexer.engines.progress import Progress, counting, silent
from indexer.engines.weight_codes import WEIGHTS
from kb.errors import IndexUnusable

FILE = "memory.pickle"
DEFAULTS = {"factor": 1.0, "issued": 0, "rank": 0}


class Tables(NamedTuple):
    """All that the engine keeps."""

    records: list[dict[str, Any]]
    columns: dict[str, Sequence[float]]
    lexicon: dict[str, list[tuple[str, Postings]]]
    """Folded form -> its written forms and their postings, in the order of the keys."""


def write(
    folder: Path,
    records: Iterable[EngineRecord],
    terms: Iterable[tuple[str, Postings]],
    count: int,
    progress: Progress = silent,
) -> None:
    """As `indexer.engines.port.Engine`."""
    rows = list(records)
    assert len(rows) == count
    kinds = {"factor": "f", "issued": "I", "rank": "I"}
    columns = {name: array(kind, [getattr(row, name) for row in rows]) for name, kind in kinds.items()}
    keyed = ((*key.partition(SEPARATOR), postings) for key, postings in counting(terms, progress, "terms"))
    lexicon = {
        folded: [(written, postings) for _, _, written, postings in forms]
        for folded, forms in groupby(keyed, key=lambda entry: entry[0])
    }
    tables = Tables([dict(row.stored) for row in rows], {**columns}, lexicon)
    (folder / FILE).write_bytes(pickle.dumps(tuple(tables)))


def open_index(folder: Path) -> Index:
    """As `indexer.engines.port.Engine`."""
    try:
        return MemoryIndex(Tables(*pickle.loads((folder / FILE).read_bytes())))
    except (OSError, EOFError, pickle.UnpicklingError, TypeError, ValueError) as error:
        raise IndexUnusable(f"không đọc được chỉ mục ở {folder}; chạy: kb index") from error


class MemoryTerm:
    """Written forms with their postings."""

    common: Sequence[int] = ()

    def __init__(self, folded: str, forms: list[tuple[str, Postings]], records: int) -> None:
        self._folded, self._forms = folded, forms
        self.count = min(records, sum(len(numbers) for _, (numbers, _) in forms))
        self.top = sum(WEIGHTS[max(codes)] for _, (_, codes) in forms)

    @cached_property
    def _weights(self) -> list[dict[int, int]]:
        return [dict(zip(numbers, codes, strict=True)) for numbers, codes in self.lists()]

    def written(self) -> list[tuple[str, int]]:
        return [(written or self._folded, len(numbers)) for written, (numbers, _) in self._forms]

    def lists(self) -> list[Postings]:
        return [postings for _, postings in self._forms]

    def numbers(self) -> set[int]:
        return set().union(*self._weights)

    def weight_in(self, number: int, forward: Mapping[int, int]) -> float:
        return sum((WEIGHTS[form[number]] for form in self._weights if number in form), 0.0)


class MemoryIndex:
    """As `indexer.engines.port.Index`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.count = len(tables.records)

    def look_up(self, terms: Iterable[str]) -> dict[str, IndexTerm]:
        return {term: found for term in terms if (found := self._looked_up(term))}

    def _looked_up(self, term: str) -> IndexTerm | None:
        key, written = lexicon_place(term)
        forms = [form for form in self._tables.lexicon.get(key, []) if written is None or form[0] == written]
        return MemoryTerm(key[2:], forms, self.count) if forms else None

    def forward(self, numbers: Iterable[int]) -> Iterator[dict[int, int]]:
        return ({} for _ in numbers)

    def column(self, name: str) -> Sequence[float] | None:
        values = self._tables.columns[name]
        return values if any(value != DEFAULTS[name] for value in values) else None

    def stored(self, numbers: Iterable[int]) -> Iterator[dict[str, Any]]:
        return (self._tables.records[number] for number in numbers)

    def labels(self, prefix: str) -> Iterator[tuple[str, str, Sequence[int]]]:
        for key, forms in self.entries():
            if key.startswith(prefix):
                yield from ((key[len(prefix) :], written, postings[0]) for written, postings in forms)

    def lexicon(self, prefix: str) -> Iterator[str]:
        for key, forms in self.entries():
            if key.startswith(prefix):
                yield from (key[:2] + written if written else key for written, _ in forms)

    def entries(self) -> Iterator[tuple[str, list[tuple[str, Postings]]]]:
        return iter(self._tables.lexicon.items())
