"""What rests on a document: plan paragraphs, documents and programmes, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.corpus.graph import reachable
from kb.law.effect import Effect
from kb.model.vocabulary import RelationKind
from kb.snapshot import Snapshot

RESTING = frozenset(
    {
        RelationKind.CAN_CU,
        RelationKind.DAN_CHIEU,
        RelationKind.QUY_DINH_CHI_TIET,
        RelationKind.HUONG_DAN,
        RelationKind.BAN_HANH_KEM_THEO,
        RelationKind.TRIEN_KHAI,
        RelationKind.CU_THE_HOA,
        RelationKind.TIEP_TUC_THUC_HIEN,
    }
)
"""Relations by which the subject loses its footing when the object goes."""


@dataclass(frozen=True)
class Step:
    """One step of a path: `id` rests on the record before it; `how` is the label of the relation."""

    id: str
    how: str


@dataclass(frozen=True)
class Reached:
    """A record that rests on the document asked about, and the shortest path to it from there."""

    id: str
    path: tuple[Step, ...]
    effect: Effect


@dataclass(frozen=True)
class CitingParagraph:
    """A plan paragraph that cites the document, or one that rests on it (`through`)."""

    plan: str
    id: str
    words: str
    through: str


@dataclass(frozen=True)
class Impact:
    """Everything that rests on one record, on a day."""

    record: str
    reached: tuple[Reached, ...]
    paragraphs: tuple[CitingParagraph, ...]


def trace_impact(snapshot: Snapshot, record_id: str) -> Impact:
    """What rests on the record along the relations, nearest first, and every plan paragraph that cites any of it."""

    corpus = snapshot.corpus

    def resting_on(below: str) -> Iterator[tuple[str, Step]]:
        for edge in corpus.graph.into(below):
            if edge.kind in RESTING and edge.subject in corpus.records:
                yield edge.subject, Step(edge.subject, edge.kind.label.lower())

    paths = reachable(record_id, resting_on)
    reached = tuple(Reached(i, path, snapshot.effect(corpus.records[i])) for i, path in paths.items() if i != record_id)
    paragraphs = tuple(
        CitingParagraph(plan.id, mention.paragraph, mention.surface, mention.target)
        for plan in corpus.plans.values()
        for mention in snapshot.mentions(plan)
        if mention.target in paths
    )
    return Impact(record_id, reached, tuple(sorted(paragraphs, key=lambda p: len(paths[p.through]))))
