"""The facts and dated events of a record, as its page lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from kb.corpus.checkable import is_checkable
from kb.language.dates import show_iso
from kb.model import Body, Document, Event, Model, Observance, Programme, Record, RecordKind
from kb.model.kinds import BODY, DOCUMENT, MODEL, OBSERVANCE, PROGRAMME
from kb.views.site_snapshot import Hyperlink, SiteSnapshot, topic_links
from kb.views.witnesses import WitnessView, fact_witnesses, witness_view
from kb.views.wording import known


@dataclass(frozen=True)
class Fact:
    """A line of a record's page: what it is about, its values, and where they were read."""

    label: str
    values: tuple[Hyperlink, ...]
    witnesses: tuple[WitnessView, ...] = ()


@dataclass(frozen=True)
class EventView:
    """A dated event: what happened, when, and by which document."""

    label: str
    day: str
    by: Hyperlink | None
    witness: WitnessView
    note: str


def events_of(snapshot: SiteSnapshot, record: Record) -> Iterator[EventView]:
    """What happened to a record, in the order of its file."""
    return (_event(snapshot, record, event) for event in record.events)


def event_label(record: Record, event: Event) -> str:
    """What happened; of what no reader can check that it was not checked."""
    return event.kind.label if is_checkable(record, event) else f"{event.kind.label} (chưa kiểm chứng)"


def _event(snapshot: SiteSnapshot, record: Record, event: Event) -> EventView:
    day = event.date.shown if event.date.is_known else "chưa rõ ngày"
    by = snapshot.link(event.by) if event.by else Hyperlink(event.by_number) if event.by_number else None
    return EventView(event_label(record, event), day, by, witness_view(event), event.note or "")


def facts_of(snapshot: SiteSnapshot, record: Record) -> Iterator[Fact]:
    """Every fact of a record of a kind in `OWN_FACTS`, those that all kinds have last; what is unknown is said so."""
    yield from OWN_FACTS[record.record_kind](snapshot, record)
    if record.aliases:
        yield Fact("Tên gọi khác", _words(record.aliases))
    if record.misspelt_names:
        yield Fact("Cách viết sai tên đã gặp", _words(record.misspelt_names))
    topics = topic_links(snapshot, record.topics)
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
        yield Fact("Nơi nhận", _words(document.recipients), fact_witnesses(document, "recipients"))
    if document.end_sought:
        sought = f"đến ngày {document.end_sought.day.shown}, chưa thấy"
        where = WitnessView(None, (document.end_sought.source.removeprefix("s"),))
        yield Fact("Đã tra cứu văn bản chấm dứt hiệu lực", (Hyperlink(sought),), (where,))
    variants = (*document.number_variants, *document.cited_as)
    if variants:
        yield Fact("Cách viết số khác đã gặp", _words(variants))


def _body_facts(snapshot: SiteSnapshot, body: Body) -> Iterator[Fact]:
    yield _said("Tên", body, "name", body.name)
    yield Fact("Cấp", (Hyperlink(body.level.label),))
    if body.abbreviations:
        yield Fact("Viết tắt, ký hiệu", _words(body.abbreviations))
    if body.parent:
        yield _linked("Cơ quan cấp trên", snapshot, body, "parent", (body.parent,))
    if body.valid_from.is_known:
        yield _said("Hoạt động từ", body, "valid_from", body.valid_from.shown)
    if body.valid_to:
        yield _said("Hoạt động đến", body, "valid_to", body.valid_to.shown)
    if body.successors:
        yield _linked("Cơ quan kế tục", snapshot, body, "successors", body.successors)
    yield from _bodies_naming(snapshot, body)


def _bodies_naming(snapshot: SiteSnapshot, body: Body) -> Iterator[Fact]:
    """What the files of other bodies say of this one: whom it succeeded, and what belongs to it."""
    bodies = snapshot.corpus.bodies.values()
    before = [other.id for other in bodies if body.id in other.successors]
    if before:
        yield Fact("Kế tục từ", snapshot.links(before))
    parts = [other.id for other in bodies if other.parent == body.id]
    if parts:
        yield Fact("Đơn vị trực thuộc trong kho", tuple(with_heirs(snapshot, parts)))


def _programme_facts(snapshot: SiteSnapshot, programme: Programme) -> Iterator[Fact]:
    yield _linked("Cơ quan chủ trì", snapshot, programme, "led_by", programme.led_by)
    yield _said("Bắt đầu", programme, "launched", programme.launched.shown)
    if programme.part_of:
        yield Fact("Thuộc", (snapshot.link(programme.part_of),))


def _observance_facts(snapshot: SiteSnapshot, observance: Observance) -> Iterator[Fact]:
    yield _said("Ngày", observance, "day", f"{show_iso(observance.day)} hằng năm")


def _model_facts(snapshot: SiteSnapshot, model: Model) -> Iterator[Fact]:
    yield _linked("Đơn vị thực hiện", snapshot, model, "run_by", model.run_by)
    yield _said("Địa phương", model, "locality", known(model.locality))


OWN_FACTS: dict[RecordKind, Callable[[SiteSnapshot, Any], Iterator[Fact]]] = {
    DOCUMENT: _document_facts,
    BODY: _body_facts,
    PROGRAMME: _programme_facts,
    OBSERVANCE: _observance_facts,
    MODEL: _model_facts,
}
"""The kinds whose records have a page of facts, each with the facts that no other kind has."""


def _words(texts: Iterable[str]) -> tuple[Hyperlink, ...]:
    return tuple(Hyperlink(text) for text in texts)


def _said(label: str, record: Record, field: str, text: str) -> Fact:
    return Fact(label, (Hyperlink(text),), fact_witnesses(record, field))


def _linked(label: str, snapshot: SiteSnapshot, record: Record, field: str, ids: tuple[str, ...]) -> Fact:
    values = tuple(with_heirs(snapshot, ids)) or (Hyperlink(known(None)),)
    return Fact(label, values, fact_witnesses(record, field))


def with_heirs(snapshot: SiteSnapshot, ids: Iterable[str]) -> Iterator[Hyperlink]:
    """A link for each id; behind a body that has ended, one for each body in its place."""
    for record_id in ids:
        yield snapshot.link(record_id)
        body = snapshot.corpus.bodies.get(record_id)
        if body and body.valid_to and (not body.valid_to.is_known or body.valid_to.last_day < snapshot.day):
            yield from (replace(heir, text=f"nay là {heir.text}") for heir in snapshot.links(body.successors))
