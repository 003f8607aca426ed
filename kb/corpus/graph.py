"""Typed relations between records, both ways: the inverse is computed here, never typed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Record, Relation
from kb.model.vocabulary import RelationKind


@dataclass(frozen=True)
class Edge:
    """`subject` --kind--> `object`, as the subject's file states it."""

    subject: str
    object: str
    relation: Relation

    @property
    def kind(self) -> RelationKind:
        return self.relation.kind


class RelationGraph:
    """Edges out of and into each record. Dangling ends are kept: a check reports them."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._out: dict[str, list[Edge]] = {}
        self._into: dict[str, list[Edge]] = {}
        for record in sorted(records, key=lambda r: r.id):
            for relation in record.stated_relations:
                edge = Edge(record.id, relation.to, relation)
                self._out.setdefault(edge.subject, []).append(edge)
                self._into.setdefault(edge.object, []).append(edge)

    def out(self, record_id: str) -> tuple[Edge, ...]:
        """Edges whose subject is this record."""
        return tuple(self._out.get(record_id, ()))

    def into(self, record_id: str) -> tuple[Edge, ...]:
        """Edges whose object is this record."""
        return tuple(self._into.get(record_id, ()))
