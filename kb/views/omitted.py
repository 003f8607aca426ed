"""What a plan does not cite although it concerns what the plan cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.corpus.graph import Edge
from kb.model import Document, Plan
from kb.model.vocabulary import RelationKind
from kb.views.as_of import AsOf, as_of
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.sureness import sure_mark
from kb.views.witnesses import WitnessView
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


@dataclass(frozen=True)
class OmittedView:
    """What a plan does not cite."""

    plan: Hyperlink
    href: str
    before: tuple[Omitted, ...]
    """Not lapsed on the plan's earliest day."""
    since: tuple[Omitted, ...]
    """Issued after it, and not lapsed today."""
    as_of: AsOf


def omitted_address(plan: Plan) -> str:
    """Where the list stands."""
    return f"{plan.page_address}khong-vien-dan/"


def omitted_view(snapshot: SiteSnapshot, plan: Plan) -> OmittedView:
    """Documents related to what is cited: those the plan could have cited, and those issued since."""
    named = {target for target in _cited(snapshot, plan) if snapshot.badge(snapshot.corpus.records[target])}
    before, since = _omitted(snapshot, plan, named)
    shown = as_of(snapshot, plan, (one.link.badge for one in (*before, *since)))
    return OmittedView(Hyperlink("Kế hoạch", plan.page_address), omitted_address(plan), before, since, shown)


def _cited(snapshot: SiteSnapshot, plan: Plan) -> Iterator[str]:
    yield from (mention.target for mention in snapshot.mentions(plan) if mention.target)
    yield from (target for section in plan.sections for target in section.implied)


def _omitted(snapshot: SiteSnapshot, plan: Plan, cited: set[str]) -> tuple[tuple[Omitted, ...], tuple[Omitted, ...]]:
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
        (label, snapshot.link(other), WitnessView(sure_mark(edge.relation.sure))) for label, edge, other in edges
    )
    issued = document.issued.first_day.isoformat()
    return Omitted(snapshot.link(document.id), title_beside_name(document), issued, document.issued.shown, why)
