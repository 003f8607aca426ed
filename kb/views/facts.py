"""The facts and dated events of a record, as its page lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.language.dates import show_iso
from kb.model import Body, Document, Event, Model, Observance, Programme, Sourced
from kb.views.common import Hyperlink, SiteSnapshot, WitnessView, fact_witnesses, known, topic_links, witness_view

PageRecord = Document | Programme | Observance | Body | Model
"""A record that has a page of its own kind."""


@dataclass(frozen=True)
class Fact:
    label: str
    values: tuple[Hyperlink, ...]
    witnesses: tuple[WitnessView, ...] = ()


@dataclass(frozen=True)
class EventView:
    label: str
    day: str
    by: Hyperlink | None
    witness: WitnessView
    note: str


def events_of(snapshot: SiteSnapshot, record: PageRecord) -> Iterator[EventView]:
    """What happened to a document or programme, in the order of its file."""
    if isinstance(record, (Document, Programme)):
        yield from (_event(snapshot, event) for event in record.events)


def _event(snapshot: SiteSnapshot, event: Event) -> EventView:
    day = event.date.shown if event.date.is_known else "chưa rõ ngày"
    by = snapshot.link(event.by) if event.by else None
    return EventView(event.kind.label, day, by, witness_view(event), event.note or "")


def facts_of(snapshot: SiteSnapshot, record: PageRecord) -> Iterator[Fact]:
    """Every fact of a record; what is unknown is said to be so."""
    if isinstance(record, Document):
        yield from _document_facts(snapshot, record)
    elif isinstance(record, Body):
        yield from _body_facts(snapshot, record)
    elif isinstance(record, Programme):
        yield _linked("Cơ quan chủ trì", snapshot, record, "led_by", record.led_by)
        yield _said("Bắt đầu", record, "launched", record.launched.shown)
        if record.part_of:
            yield Fact("Thuộc", (snapshot.link(record.part_of),))
    elif isinstance(record, Observance):
        yield _said("Ngày", record, "day", f"{show_iso(record.day)} hằng năm")
    else:
        yield _linked("Đơn vị thực hiện", snapshot, record, "run_by", record.run_by)
        yield _said("Địa phương", record, "locality", known(record.locality))
    if record.aliases:
        yield Fact("Tên gọi khác", tuple(Hyperlink(name) for name in record.aliases))
    topics = topic_links(snapshot, () if isinstance(record, Body) else record.topics)
    if topics:
        yield Fact("Chủ đề", topics)


def _document_facts(snapshot: SiteSnapshot, document: Document) -> Iterator[Fact]:
    yield _said("Số, ký hiệu", document, "number", known(document.number))
    yield Fact("Thể loại", (Hyperlink(document.type.label),))
    yield _linked("Cơ quan ban hành", snapshot, document, "issuers", document.issuers)
    if document.place:
        yield _said("Nơi ban hành", document, "place", document.place)
    if document.term:
        yield Fact("Khóa", (Hyperlink(document.term),))
    yield _said("Người ký", document, "signer", known(document.signer))
    yield _said("Tên, trích yếu", document, "title", known(document.title))
    if document.recipients:
        recipients = tuple(Hyperlink(name) for name in document.recipients)
        yield Fact("Nơi nhận", recipients, fact_witnesses(document, "recipients"))
    variants = (*document.number_variants, *document.cited_as)
    if variants:
        yield Fact("Cách viết số khác đã gặp", tuple(Hyperlink(text) for text in variants))


def _body_facts(snapshot: SiteSnapshot, body: Body) -> Iterator[Fact]:
    yield _said("Tên", body, "name", body.name)
    yield Fact("Cấp", (Hyperlink(body.level.label),))
    if body.abbreviations:
        yield Fact("Viết tắt, ký hiệu", tuple(Hyperlink(text) for text in body.abbreviations))
    if body.parent:
        yield _linked("Cơ quan cấp trên", snapshot, body, "parent", (body.parent,))
    if body.valid_from.is_known:
        yield _said("Hoạt động từ", body, "valid_from", body.valid_from.shown)
    if body.valid_to:
        yield _said("Hoạt động đến", body, "valid_to", body.valid_to.shown)
    if body.successors:
        yield _linked("Cơ quan kế tục", snapshot, body, "successors", body.successors)
    before = [b.id for b in snapshot.corpus.bodies.values() if body.id in b.successors]
    if before:
        yield Fact("Kế tục từ", snapshot.links(before))
    parts = [b.id for b in snapshot.corpus.bodies.values() if b.parent == body.id]
    if parts:
        yield Fact("Đơn vị trực thuộc trong kho", snapshot.links(parts))


def _said(label: str, record: Sourced, field: str, text: str) -> Fact:
    return Fact(label, (Hyperlink(text),), fact_witnesses(record, field))


def _linked(label: str, snapshot: SiteSnapshot, record: Sourced, field: str, ids: tuple[str, ...]) -> Fact:
    return Fact(label, snapshot.links(ids) or (Hyperlink(known(None)),), fact_witnesses(record, field))
