"""The page of one record: facts with witnesses, status, relations both ways, where it is cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.describe import CitedAt, cited_at, quote
from kb.effect import cite_name, show_date
from kb.graph import Edge
from kb.model import Body, Document, Event, Model, Observance, Programme, Record, Sourced
from kb.views.common import (
    Badge,
    Link,
    Sentence,
    Shelf,
    address,
    fact_witness,
    known,
    paragraph_address,
    sources_of,
    topic_links,
    witness_text,
)


@dataclass(frozen=True)
class Fact:
    label: str
    values: tuple[Link, ...]
    witness: str = ""


@dataclass(frozen=True)
class EventView:
    label: str
    day: str
    by: Link | None
    witness: str
    note: str


@dataclass(frozen=True)
class RelationGroup:
    label: str
    items: tuple[tuple[Link, str, Badge | None, Sentence], ...]
    """(the other record, its title, its status today, provision and witness)."""


@dataclass(frozen=True)
class Citing:
    """A plan paragraph that cites the record, quoted, with what is wrong in the citation."""

    label: str
    href: str
    quote: str
    faults: tuple[str, ...]


@dataclass(frozen=True)
class RecordView:
    id: str
    kind: str
    kind_label: str
    heading: str
    title: str
    href: str
    source: str
    badge: Badge | None
    summary: str
    applies_to: str | None
    duties: tuple[str, ...] | None
    facts: tuple[Fact, ...]
    events: tuple[EventView, ...]
    relations: tuple[RelationGroup, ...]
    citing: tuple[Citing, ...]
    remarks: tuple[Sentence, ...]
    links: tuple[Link, ...]
    topics: tuple[Link, ...]
    sources: tuple[tuple[str, Link, str, str], ...]


PageRecord = Document | Programme | Observance | Body | Model


def record_view(shelf: Shelf, record: PageRecord) -> RecordView:
    """Everything a record's page says."""
    document = record if isinstance(record, Document) else None
    told = record if isinstance(record, (Document, Programme)) else None
    return RecordView(
        record.id,
        record.kind,
        _kind_label(record),
        cite_name(document) if document else record.name_text,
        known(document.title) if document else "",
        address(record),
        f"corpus/{record.folder}/{record.id}.yaml",
        shelf.badge(record),
        record.summary or "",
        known(told.applies_to) if told else None,
        told.duties if told else None,
        tuple(_facts(shelf, record)),
        tuple(_event(shelf, record, e) for e in (told.events if told else ())),
        tuple(_relations(shelf, record)),
        tuple(_citing(shelf, record)),
        tuple(Sentence(r.text, witness_text(record, r), r.note or "") for r in record.remarks),
        tuple(Link(link.label, link.url) for link in document.links) if document else (),
        topic_links(shelf, () if isinstance(record, Body) else record.topics),
        sources_of(record),
    )


def _kind_label(record: Record) -> str:
    return record.type.label if isinstance(record, (Document, Programme)) else record.kind_label


def _facts(shelf: Shelf, record: PageRecord) -> Iterator[Fact]:
    if isinstance(record, Document):
        yield from _document_facts(shelf, record)
    elif isinstance(record, Body):
        yield from _body_facts(shelf, record)
    elif isinstance(record, Programme):
        yield _linked("Cơ quan chủ trì", shelf, record, "led_by", record.led_by)
        yield Fact("Bắt đầu", (Link(show_date(record.launched)),), fact_witness(record, "launched"))
        if record.part_of:
            yield Fact("Thuộc", (shelf.link(record.part_of),))
    elif isinstance(record, Observance):
        yield Fact("Ngày", (Link(show_date(record.day)),), fact_witness(record, "day"))
    else:
        yield _linked("Đơn vị thực hiện", shelf, record, "run_by", record.run_by)
        yield Fact("Địa phương", (Link(known(record.locality)),))
    others = record.aliases
    if others:
        yield Fact("Tên gọi khác", tuple(Link(name) for name in others))


def _document_facts(shelf: Shelf, document: Document) -> Iterator[Fact]:
    yield Fact("Số, ký hiệu", (Link(known(document.number)),), fact_witness(document, "number"))
    yield Fact("Thể loại", (Link(document.type.label),))
    yield _linked("Cơ quan ban hành", shelf, document, "issuers", document.issuers)
    if document.term:
        yield Fact("Khóa", (Link(document.term),))
    yield Fact("Người ký", (Link(known(document.signer)),), fact_witness(document, "signer"))
    yield Fact("Tên, trích yếu", (Link(known(document.title)),), fact_witness(document, "title"))
    variants = (*document.number_variants, *document.cited_as)
    if variants:
        yield Fact("Cách viết số khác đã gặp", tuple(Link(text) for text in variants))


def _body_facts(shelf: Shelf, body: Body) -> Iterator[Fact]:
    yield Fact("Tên", (Link(body.name),), fact_witness(body, "name"))
    yield Fact("Cấp", (Link(body.level.label),))
    if body.abbreviations:
        yield Fact("Viết tắt, ký hiệu", tuple(Link(text) for text in body.abbreviations))
    if body.parent:
        yield _linked("Cơ quan cấp trên", shelf, body, "parent", (body.parent,))
    if body.valid_to:
        yield Fact("Hoạt động đến", (Link(show_date(body.valid_to)),), fact_witness(body, "valid_to"))
    if body.successors:
        yield _linked("Cơ quan kế tục", shelf, body, "successors", body.successors)
    before = [b.id for b in shelf.corpus.bodies.values() if body.id in b.successors]
    if before:
        yield Fact("Kế tục từ", shelf.links(before))
    parts = [b.id for b in shelf.corpus.bodies.values() if b.parent == body.id]
    if parts:
        yield Fact("Đơn vị trực thuộc trong kho", shelf.links(parts))
    issued = [d.id for d in shelf.corpus.documents.values() if body.id in d.issuers]
    if issued:
        yield Fact("Văn bản ban hành", shelf.links(issued))


def _linked(label: str, shelf: Shelf, record: Sourced, field: str, ids: tuple[str, ...]) -> Fact:
    return Fact(label, shelf.links(ids) or (Link(known(None)),), fact_witness(record, field))


def _event(shelf: Shelf, record: Sourced, event: Event) -> EventView:
    by = shelf.link(event.by) if event.by else None
    return EventView(event.kind.label, show_date(event.date), by, witness_text(record, event), event.note or "")


def _relations(shelf: Shelf, record: Record) -> Iterator[RelationGroup]:
    groups: dict[str, list[tuple[Link, str, Badge | None, Sentence]]] = {}
    for edge in shelf.corpus.graph.out(record.id):
        groups.setdefault(edge.kind.label, []).append(_end(shelf, edge, edge.object))
    for edge in shelf.corpus.graph.into(record.id):
        groups.setdefault(edge.kind.inverse_label, []).append(_end(shelf, edge, edge.subject))
    return (RelationGroup(label, tuple(items)) for label, items in groups.items())


def _end(shelf: Shelf, edge: Edge, other: str) -> tuple[Link, str, Badge | None, Sentence]:
    record = shelf.corpus.records.get(other)
    title = record.title if isinstance(record, Document) else ""
    relation = edge.relation
    sure = relation.sure.label
    badge = shelf.badge(record) if record else None
    return (
        shelf.link(other),
        known(title) if title else "",
        badge,
        Sentence(relation.provision or "", sure, relation.note or ""),
    )


def _citing(shelf: Shelf, record: Record) -> Iterator[Citing]:
    for place in cited_at(shelf.corpus, record.id, shelf.mentions):
        yield _cited(shelf, place)
    for plan in shelf.corpus.plans.values():
        for section in plan.sections:
            if record.id in section.implied:
                href = f"{address(plan)}{section.id}/"
                words = section.heading or section.label
                yield Citing(f"mục {section.label} (không ghi số)", href, quote(words, 0, len(words)), ())


def _cited(shelf: Shelf, place: CitedAt) -> Citing:
    plan = shelf.corpus.plans[place.plan]
    section = next(s for s in plan.sections if any(p.id == place.paragraph for p in s.paragraphs))
    return Citing(f"mục {section.label}", paragraph_address(plan, place.paragraph), place.quote, place.faults)
