"""Typed relations between records, both ways: the inverse is computed here, never typed in; and paths along them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kb.model import Record, Relation
from kb.model.vocabulary import RelationKind

Step = TypeVar("Step")


@dataclass(frozen=True)
class Edge:
    """`subject` --kind--> `object`, as the subject's file states it."""

    subject: str
    object: str
    relation: Relation

    @property
    def kind(self) -> RelationKind:
        """The kind of the relation, read from subject to object."""
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


def reachable(start: str, steps: Callable[[str], Iterable[tuple[str, Step]]]) -> dict[str, tuple[Step, ...]]:
    """Every id that can be reached from `start`, nearest first, with the steps of a shortest path to it.

    `steps` gives the ids that follow an id, each with the value that records the step. `start` comes first, with an
    empty path. Breadth first: among paths of one length, the one whose steps were given first is kept.
    """
    paths: dict[str, tuple[Step, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there, step in steps(here):
            if there not in paths:
                paths[there] = (*paths[here], step)
                waiting.append(there)
    return paths


def shortest_cycle(following: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """The ids on a shortest cycle through `start`, from `start` on; empty where no path leads back.

    `following` gives the ids to which a step leads from an id; an id that it lacks has none.
    """
    paths = reachable(start, lambda here: ((there, there) for there in following.get(here, ())))
    return next(((start, *path) for here, path in paths.items() if start in following.get(here, ())), ())
