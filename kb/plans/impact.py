"""What rests on a document: plan paragraphs, documents and programmes, directly or through others."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import date

from kb.citation.annotate import annotate_plan
from kb.corpus.corpus import Corpus
from kb.law.effect import Effect, status_on
from kb.model.vocabulary import RelationKind

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
    """One arrow of a path: `id` rests on the record before it, in this way."""

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


def trace_impact(corpus: Corpus, record_id: str, day: date) -> Impact:
    """Breadth first along the relations, then every plan paragraph that cites what was reached."""
    paths: dict[str, tuple[Step, ...]] = {record_id: ()}
    waiting = deque([record_id])
    while waiting:
        current = waiting.popleft()
        for edge in corpus.graph.into(current):
            if edge.kind in RESTING and edge.subject not in paths and edge.subject in corpus.records:
                paths[edge.subject] = (*paths[current], Step(edge.subject, edge.kind.label.lower()))
                waiting.append(edge.subject)
    reached = tuple(
        Reached(i, path, status_on(corpus, corpus.records[i], day)) for i, path in paths.items() if i != record_id
    )
    paragraphs = tuple(
        CitingParagraph(plan.id, mention.paragraph, mention.surface, mention.target)
        for plan in corpus.plans.values()
        for mention in annotate_plan(corpus, plan)
        if mention.target in paths
    )
    return Impact(record_id, reached, tuple(sorted(paragraphs, key=lambda p: len(paths[p.through]))))
