"""Which documents of the corpus bear a number, asked of its index: of all of them, whatever a search shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from indexer.engines.port import Index
from indexer.search import open_searcher
from kb.language.dates import PartialDate
from kb.language.fold import folded, normal
from kb.number.document_number import DocumentNumber, match_key_of


class Bearing(NamedTuple):
    """The documents of a number."""

    years: tuple[PartialDate, ...]
    """Years of issue of those that have a record."""
    others: tuple[str, ...]
    """Numbers of documents to which this one leads, as a known other writing of theirs."""
    without_record: tuple[str, ...]
    """A Vietnamese sentence for each that has no record."""

    def __bool__(self) -> bool:
        return bool(self.years or self.without_record)


def bearing(directory: Path, number: DocumentNumber) -> Bearing:
    """The documents of a number: those with its very marks, else those that differ in marks alone.

    `directory` is that of the index of a corpus. Raises IndexUnusable.
    """
    searcher = open_searcher(directory)
    documents = _documents(searcher.index, f"n:{number.folded_key}")
    own = [record for record in documents if _folded(record["number"]) == number.folded_key]
    same = [record for record in own if match_key_of(record["number"]) == number.match_key] or own
    years = tuple(PartialDate.parse(record["year"] or "unknown") for record in same)
    others = () if own else tuple(dict.fromkeys(record["number"] for record in documents))
    return Bearing(years, others, searcher.without_record(normal(number.match_key)))


def _documents(index: Index, term: str) -> list[Mapping[str, Any]]:
    """The documents of a term."""
    found = index.look_up([term]).get(term)
    records = index.stored(sorted(found.numbers())) if found else ()
    return [record for record in records if record["kind"] == "document"]


def _folded(number: str) -> str:
    return folded(match_key_of(number))
