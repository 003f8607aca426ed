"""Whether a plan still stands: the bases it lost, what took their place, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.corpus.graph import Edge
from kb.model import Document, Plan
from kb.model.vocabulary import RelationKind, Status
from kb.views.as_of import AsOf, as_of
from kb.views.basis import BasisView
from kb.views.citation_marks import CitationMark, Severities
from kb.views.instead import Instead, instead_of
from kb.views.plan import PlanView
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.sureness import sure_mark
from kb.views.witnesses import WitnessView
from kb.views.wording import title_beside_name

GROUPS = (
    ("mat", "Không còn dùng làm căn cứ", (Status.ENDED, Status.SUSPENDED, Status.PHASE_OVER, Status.NOT_YET)),
    ("chua-ro", "Chưa xác định được", (Status.UNKNOWN, Status.CONCLUDED)),
    ("chua-ghi-nhan", "Chưa ghi nhận hết hiệu lực", (Status.PRESUMED,)),
    ("sua-doi", "Còn hiệu lực, đã được sửa đổi, bổ sung", (Status.AMENDED,)),
    ("con", "Còn hiệu lực hoặc đang triển khai", (Status.IN_FORCE, Status.RUNNING)),
)
"""Anchor, heading and statuses of each group, the gravest first."""
_UNRELATED = frozenset({RelationKind.TRUNG_SO})
"""Relations that do not bring a text near to another: two of one number have nothing in common."""


@dataclass(frozen=True)
class BasisValidity:
    """A basis, the sections that rest on it, and what to look at in its place."""

    basis: BasisView
    sections: tuple[Hyperlink, ...]
    instead: tuple[Instead, ...]
    cited_as: tuple[tuple[str, str, CitationMark | None], ...]
    """(words, paragraph's address, verdict) of each citation of it in the plan."""


@dataclass(frozen=True)
class BaseGroup:
    """The bases whose status today is one of `statuses`."""

    anchor: str
    heading: str
    statuses: tuple[str, ...]
    bases: tuple[BasisValidity, ...]


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
class PlanValidityView:
    """The bases of a plan by their status today, and documents that the plan does not cite."""

    plan: Hyperlink
    groups: tuple[BaseGroup, ...]
    before: tuple[Omitted, ...]
    """Not lapsed on the plan's earliest day."""
    since: tuple[Omitted, ...]
    """Issued after it, and not lapsed today."""
    as_of: AsOf
    severities: Severities


def plan_validity_view(snapshot: SiteSnapshot, plan: Plan, view: PlanView) -> PlanValidityView:
    """The bases of a plan by how they stand today."""
    bases = tuple(_base(snapshot, view, basis) for basis in view.bases)
    groups = tuple(
        BaseGroup(
            anchor,
            heading,
            tuple(status.value for status in statuses),
            tuple(b for b in bases if b.basis.now and b.basis.now.status in {s.value for s in statuses}),
        )
        for anchor, heading, statuses in GROUPS
    )
    before, since = _omitted(snapshot, plan, view)
    badges = [basis.now for basis in view.bases]
    badges += [instead.link.badge for base in bases for instead in base.instead]
    badges += [omitted.link.badge for omitted in (*before, *since)]
    shown = as_of(snapshot, plan, badges)
    return PlanValidityView(Hyperlink("Kế hoạch", view.href), groups, before, since, shown, view.severities)


def _base(snapshot: SiteSnapshot, view: PlanView, basis: BasisView) -> BasisValidity:
    sections = tuple(
        Hyperlink(section.name, f"{section.href}#can-cu-phap-ly")
        for section in view.sections
        if any(b.link == basis.link for b in (*section.basis, *section.implied))
    )
    record = snapshot.corpus.documents.get(basis.now.record) if basis.now else None
    everywhere = [b for section in view.sections for b in (*section.basis, *section.implied) if b.link == basis.link]
    cited = tuple(dict.fromkeys(cited for b in everywhere for cited in b.cited_as))
    return BasisValidity(basis, sections, tuple(instead_of(snapshot, record)) if record else (), cited)


def _omitted(snapshot: SiteSnapshot, plan: Plan, view: PlanView) -> tuple[tuple[Omitted, ...], tuple[Omitted, ...]]:
    """Documents related to what the plan cites: those it could have cited, and those issued since."""
    cited = {basis.now.record for basis in view.bases if basis.now}
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
