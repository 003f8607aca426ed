"""The corpus: every record by id, where each stands, and the problems met in reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kb.corpus.graph import RelationGraph
from kb.errors import InvalidNumber, UnknownRecord
from kb.model import (
    Body,
    Document,
    Model,
    Observance,
    Plan,
    Programme,
    Record,
    Term,
    Topic,
)
from kb.number.document_number import DocumentNumber
from kb.problem import Mark, Problem

if TYPE_CHECKING:  # reading YAML needs a parser that a browser does not have
    from kb.corpus.source import MarkedValue, Path_

R = TypeVar("R", bound=Record)


@dataclass
class Corpus:
    """Records by id, where each stands, and the problems met in reading."""

    root: Path
    records: dict[str, Record] = field(default_factory=dict)
    sourced: dict[str, MarkedValue] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """The text of every file, broken ones included, by the path that messages show."""
    only: frozenset[str] | None = None
    """The files that are being checked, as messages show them; None is all."""

    def of(self, cls: type[R]) -> dict[str, R]:
        """The records of one class, by id, in the order of their ids."""
        return {key: record for key, record in sorted(self.records.items()) if isinstance(record, cls)}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id, in the order of their ids."""
        return self.of(Document)

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """The plans by id, in the order of their ids."""
        return self.of(Plan)

    @cached_property
    def programmes(self) -> Mapping[str, Programme]:
        """The programmes by id, in the order of their ids."""
        return self.of(Programme)

    @cached_property
    def observances(self) -> Mapping[str, Observance]:
        """The observances by id, in the order of their ids."""
        return self.of(Observance)

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """The bodies by id, in the order of their ids."""
        return self.of(Body)

    @cached_property
    def models(self) -> Mapping[str, Model]:
        """The models by id, in the order of their ids."""
        return self.of(Model)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """The abbreviations by id, in the order of their ids."""
        return self.of(Term)

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by id, in the order of their ids."""
        return self.of(Topic)

    @cached_property
    def graph(self) -> RelationGraph:
        """The relations of all records."""
        return RelationGraph(self.records.values())

    @cached_property
    def by_number(self) -> Mapping[str, tuple[str, ...]]:
        """Match key of every spelling of a number -> ids of the documents that bear it."""
        keys: dict[str, set[str]] = {}
        for document in self.documents.values():
            for text in (document.number, *document.number_variants, *document.cited_as):
                for key in _keys(text):
                    keys.setdefault(key, set()).add(document.id)
        return {key: tuple(sorted(ids)) for key, ids in keys.items()}

    @cached_property
    def checked(self) -> tuple[Record, ...]:
        """The records whose files are being checked, in the order of their ids."""
        return tuple(record for key, record in sorted(self.records.items()) if self.is_checked(key))

    def is_shown(self, shown: str) -> bool:
        """Whether the file is one of those being checked."""
        return self.only is None or shown in self.only

    def is_checked(self, record_id: str) -> bool:
        """Whether the record's file is one of those being checked; a record without a file (`packed`) never is."""
        return self.only is None or (record_id in self.sourced and self.sourced[record_id].shown in self.only)

    def get(self, record_id: str) -> Record:
        """The record of this id. Raises UnknownRecord."""
        try:
            return self.records[record_id]
        except KeyError:
            raise UnknownRecord(f"không có bản ghi “{record_id}” trong kho") from None

    def mark(self, record_id: str, path: Path_ = ()) -> Mark:
        """Where a value of a record stands in its file; of a record without its file, where that stands."""
        if record_id in self.sourced:
            return self.sourced[record_id].mark(path)
        return Mark(f"{self.root.name}/{self.records[record_id].record_kind.folder}/{record_id}.yaml")


def _keys(text: str) -> tuple[str, ...]:
    """Keys of a typed number; none for text that is not a number, which a rule reports."""
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return ()
    return number.match_key, number.folded_key
