"""A document's European Legislation Identifier metadata, for the head of its page.

Terms of http://data.europa.eu/eli/ontology. Only what the corpus knows; an unknown has no statement.
"""

from __future__ import annotations

from dataclasses import dataclass

from kb.api.legislation import FORCE, in_force_from
from kb.model import UNKNOWN, Document
from kb.model.vocabulary import RelationKind
from kb.views.listing import BY_TYPE, anchor
from kb.views.site_snapshot import SiteSnapshot

_IN_FORCE = "http://data.europa.eu/eli/ontology#InForce-{}"
_LINKS = {
    RelationKind.CAN_CU: ("based_on", "basis_for"),
    RelationKind.DAN_CHIEU: ("cites", "cited_by"),
    RelationKind.SUA_DOI_BO_SUNG: ("amends", "amended_by"),
    RelationKind.THAY_THE: ("repeals", "repealed_by"),
    RelationKind.BAI_BO: ("repeals", "repealed_by"),
    RelationKind.DINH_CHINH: ("corrects", "corrected_by"),
    RelationKind.HOP_NHAT: ("consolidates", "consolidated_by"),
}
"""Relation -> the property of its subject and the one of its object."""


@dataclass(frozen=True)
class EliStatement:
    """One property of the page's document: words, or the address of a thing from the site's root or of the web."""

    name: str
    text: str = ""
    href: str = ""
    is_day: bool = False


def eli(snapshot: SiteSnapshot, document: Document) -> tuple[EliStatement, ...]:
    """Everything that can be stated of the document."""
    force = FORCE.get(snapshot.effect(document).status)
    said = [
        EliStatement("id_local", document.number if document.number != UNKNOWN else document.id),
        EliStatement("type_document", href=f"{BY_TYPE}#{anchor(document.type.label)}"),
    ]
    if document.title != UNKNOWN:
        said.append(EliStatement("title", " ".join(document.title.split())))
    for name, day in (("date_document", document.issued), ("first_date_entry_in_force", in_force_from(document))):
        if day and day.is_day:  # ELI's dates are whole days
            said.append(EliStatement(name, str(day), is_day=True))
    bodies = (snapshot.corpus.bodies.get(i) for i in document.issuers)
    said += [EliStatement("passed_by", href=body.page_address) for body in bodies if body]
    if force:
        said.append(EliStatement("in_force", href=_IN_FORCE.format("inForce" if force == "InForce" else "notInForce")))
    return (*said, *_relations(snapshot, document))


def _relations(snapshot: SiteSnapshot, document: Document) -> list[EliStatement]:
    """Both ways, each once."""
    graph, documents = snapshot.corpus.graph, snapshot.corpus.documents
    ends = [(edge.kind, 0, edge.object) for edge in graph.out(document.id)]
    ends += [(edge.kind, 1, edge.subject) for edge in graph.into(document.id)]
    said = (
        EliStatement(_LINKS[kind][way], href=documents[other].page_address)
        for kind, way, other in ends
        if kind in _LINKS and other in documents
    )
    return list(dict.fromkeys(said))
