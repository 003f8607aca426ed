"""A document as linked data: schema.org `Legislation`. What the corpus does not know is left out, and said in words.

https://schema.org/Legislation, which follows the European Legislation Identifier's ontology.
"""

from __future__ import annotations

from typing import Any

from kb.language.dates import PartialDate, show_day
from kb.model import UNKNOWN, Document, Topic
from kb.model.vocabulary import EventKind, RelationKind, Status
from kb.views.site_snapshot import SiteSnapshot, status_label

FORCE = {
    Status.IN_FORCE: "InForce",
    Status.AMENDED: "InForce",
    Status.NOT_YET: "NotInForce",
    Status.ENDED: "NotInForce",
    Status.SUSPENDED: "NotInForce",
}
"""Statuses that say whether a text binds; the others (presumed, a phase over, unknown) have no witness of it, so we
state nothing."""
_PROPERTY = {
    RelationKind.CAN_CU: "citation",
    RelationKind.DAN_CHIEU: "citation",
    RelationKind.QUY_DINH_CHI_TIET: "legislationEnsuresImplementationOf",
    RelationKind.HUONG_DAN: "legislationEnsuresImplementationOf",
    RelationKind.TRIEN_KHAI: "legislationEnsuresImplementationOf",
    RelationKind.CU_THE_HOA: "legislationEnsuresImplementationOf",
    RelationKind.SUA_DOI_BO_SUNG: "legislationChanges",
    RelationKind.THAY_THE: "legislationRepeals",
    RelationKind.BAI_BO: "legislationRepeals",
    RelationKind.DINH_CHINH: "legislationCorrects",
    RelationKind.HOP_NHAT: "legislationConsolidates",
}


def legislation(snapshot: SiteSnapshot, document: Document, root: str) -> dict[str, Any]:
    """JSON-LD of a document's page; `root` is what leads from the page to the site's root, or the site's address."""
    effect = snapshot.effect(document)
    said = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": f"{root}{document.page_address}",
        "url": f"{root}{document.page_address}",
        "name": document.short_name,
        "headline": _known(document.title),
        "alternateName": list(document.aliases),
        "legislationIdentifier": _known(document.number),
        "legislationType": document.type.label,
        "legislationDate": str(document.issued) if document.issued.is_known else None,
        "legislationDateOfApplicability": str(in_force) if (in_force := in_force_from(document)) else None,
        "legislationPassedBy": [_body(snapshot, i, root) for i in document.issuers],
        "legislationLegalForce": f"https://schema.org/{FORCE[effect.status]}" if effect.status in FORCE else None,
        "creativeWorkStatus": f"{status_label(effect.status)} (ngày {show_day(snapshot.day)}): {effect.reason}",
        "abstract": _known(document.summary),
        "description": _unknowns(document),
        "about": [_topic(snapshot.corpus.topics[i], root) for i in document.topics if i in snapshot.corpus.topics],
        "sameAs": [link.url for link in document.links],
        "sdDatePublished": snapshot.day.isoformat(),
        **_relations(snapshot, document, root),
    }
    return {name: value for name, value in said.items() if value}


def in_force_from(document: Document) -> PartialDate | None:
    """The first day of force, as exact as known; None where it is not."""
    days = [event.date for event in document.events if event.kind is EventKind.IN_FORCE and event.date.is_known]
    return min(days, default=None)


def _known(text: str) -> str | None:
    return None if text == UNKNOWN else " ".join(text.split())


def _unknowns(document: Document) -> str | None:
    fields = (
        ("số, ký hiệu", document.number != UNKNOWN),
        ("ngày ban hành", document.issued.is_known),
        ("ngày có hiệu lực", in_force_from(document)),
        ("người ký", document.signer != UNKNOWN),
        ("trích yếu", document.title != UNKNOWN),
    )
    missing = [name for name, known in fields if not known]
    return f"Kho chưa xác định được: {', '.join(missing)}." if missing else None


def _body(snapshot: SiteSnapshot, body_id: str, root: str) -> dict[str, str]:
    body = snapshot.corpus.bodies.get(body_id)
    if body is None:
        return {"@type": "Organization", "name": body_id}
    return {"@type": "Organization", "@id": f"{root}{body.page_address}", "name": body.name}


def _topic(topic: Topic, root: str) -> dict[str, str]:
    return {"@type": "DefinedTerm", "@id": f"{root}{topic.page_address}", "name": topic.label}


def _relations(snapshot: SiteSnapshot, document: Document, root: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for edge in snapshot.corpus.graph.out(document.id):
        other = snapshot.corpus.documents.get(edge.object)
        if edge.kind in _PROPERTY and other:
            item = {"@type": "Legislation", "@id": f"{root}{other.page_address}", "name": other.short_name}
            items = found.setdefault(_PROPERTY[edge.kind], [])
            if item not in items:
                items.append(item)
    return found
