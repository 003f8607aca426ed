"""What a plan does not cite although it concerns what the plan cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.corpus.graph import Edge
from kb.model import Document, Plan
from kb.model.vocabulary import RelationKind
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.witnesses import WitnessView, witness_view
from kb.views.wording import title_beside_name

_UNRELATED = frozenset({RelationKind.TRUNG_SO})
"""Relations that do not bring a text near to another: two of one number have nothing in common."""


@dataclass(frozen=True)
class Omitted:
    """A document the plan does not cite although it concerns what the plan cites, and how it does."""

    link: Hyperlink
    title: str
    issued: str
    """The ISO day."""
    day: str
    why: tuple[tuple[str, Hyperlink, WitnessView], ...]


def omitted(snapshot: SiteSnapshot, plan: Plan, cited: set[str]) -> tuple[tuple[Omitted, ...], tuple[Omitted, ...]]:
    """Documents related to what is cited, by id: those the plan could have cited, and those issued since."""
    before, since = [], []
    day = plan.dated.earliest.first_day
    for document in snapshot.corpus.documents.values():
        edges = tuple(_edges(snapshot, document.id, cited))
        if document.id in cited or not edges or not document.issued.is_known:
            continue
        then, now = snapshot.badge(document, day), snapshot.badge(document)
        if document.issued.first_day <= day:
            if then and not then.lapsed:
                before.append(_one(snapshot, document, edges))
        elif now and not now.lapsed:
            since.append(_one(snapshot, document, edges))
    return tuple(before), tuple(since)


def _edges(snapshot: SiteSnapshot, document: str, cited: set[str]) -> Iterator[tuple[str, Edge, str]]:
    """(label, edge, the other end) of each relation with something that is cited."""
    graph = snapshot.corpus.graph
    for edge in graph.out(document):
        if edge.object in cited and edge.kind not in _UNRELATED:
            yield edge.kind.label, edge, edge.object
    for edge in graph.into(document):
        if edge.subject in cited and edge.kind not in _UNRELATED:
            yield edge.kind.inverse_label, edge, edge.subject


def _one(snapshot: SiteSnapshot, document: Document, edges: tuple[tuple[str, Edge, str], ...]) -> Omitted:
    why = tuple(
        (label, snapshot.link(other), WitnessView(witness_view(edge.relation).sure)) for label, edge, other in edges
    )
    issued = document.issued.first_day.isoformat()
    return Omitted(snapshot.link(document.id), title_beside_name(document), issued, document.issued.shown, why)
