"""One record in words, for the terminal and for other programs: `kb show`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.citation.annotate import Mention
from kb.corpus.corpus import Corpus
from kb.language.dates import show_day
from kb.law.cite import name_of
from kb.model import UNKNOWN, Plan, Record
from kb.model.fields import as_builtins
from kb.snapshot import Snapshot
from kb.views.citation_marks import mark_of
from kb.views.wording import UNKNOWN_SHOWN


@dataclass(frozen=True)
class CitedAt:
    """A plan paragraph that cites a record, with the words it cites it by."""

    plan: str
    paragraph: str
    words: str
    faults: tuple[str, ...]
    """What is said of the citation, the gravest first; `severity` is that of all of it, empty where nothing is."""
    quote: str
    severity: str = ""
    finding: str = ""
    """The place of the citation in its plan, as the other pages name it; empty of what is no citation."""


def cited_at(snapshot: Snapshot, record_id: str) -> list[CitedAt]:
    """Every plan paragraph that cites the record, in the order of the text."""
    found = []
    for plan in snapshot.corpus.plans.values():
        texts = {p.id: p.text for section in plan.sections for p in section.paragraphs}
        for mention in snapshot.mentions(plan):
            if mention.target == record_id:
                found.append(_cited_at(snapshot, plan, mention, texts[mention.paragraph]))
    return found


def _cited_at(snapshot: Snapshot, plan: Plan, mention: Mention, text: str) -> CitedAt:
    mark = mark_of(snapshot, plan, mention)
    faults = (*mark.wrong, *(f"lưu ý: {note}" for note in mark.notes)) if mark else ()
    severity, place = (mark.severity, mark.id) if mark else ("", "")
    words = quote(text, mention.start, mention.end)
    return CitedAt(plan.id, mention.paragraph, mention.surface, faults, words, severity, place)


def quote(text: str, start: int, end: int, around: int = 70) -> str:
    """The words of a mention with some of the text on both sides, cut at spaces."""
    left = text.rfind(" ", 0, max(0, start - around)) + 1 if start > around else 0
    right = text.find(" ", end + around)
    right = len(text) if right < 0 else right
    head, tail = "… " if left else "", " …" if right < len(text) else ""
    return head + " ".join(text[left:right].split()) + tail


def relation_lines(corpus: Corpus, record_id: str) -> Iterator[tuple[str, str, str]]:
    """Label, other record's id, other record's name: relations out of the record, then into it."""
    graph = corpus.graph
    for edge in graph.out(record_id):
        yield edge.kind.label, edge.object, name_of(corpus, edge.object)
    for edge in graph.into(record_id):
        yield edge.kind.inverse_label, edge.subject, name_of(corpus, edge.subject)


def numbered_lines(record: Record) -> Iterator[tuple[str, str]]:
    """Label and number, with what is known of the day and the provision, of documents that have no record."""
    for relation in record.numbered_relations:
        issued = f" {relation.to_issued.in_words}" if relation.to_issued.is_known else ""
        provision = f" ({relation.provision})" if relation.provision else ""
        note = f": {relation.note}" if relation.note else ""
        yield relation.kind.label, f"{relation.to_number}{issued}{provision}{note}"


def describe(snapshot: Snapshot, record: Record) -> Iterator[str]:
    """The lines that `kb show` prints."""
    yield record.short_name
    yield f"  {record.kind_label} · {record.id}"
    yield from _fields(snapshot, record)
    relations = list(relation_lines(snapshot.corpus, record.id))
    if record.statements:
        yield "Lưu ý"
        yield from (f"  - {said.text} ({said.sure.label})" for said in record.statements)
    numbered = list(numbered_lines(record))
    if relations or numbered:
        yield "Quan hệ"
        yield from (f"  {label}: {name} ({other})" for label, other, name in relations)
        yield from (f"  {label}: {name} (chưa có bản ghi)" for label, name in numbered)
    places = cited_at(snapshot, record.id)
    if places:
        yield "Được viện dẫn tại"
        for place in places:
            yield f"  {place.paragraph}: {place.quote}"
            yield from (f"    ! {fault}" for fault in place.faults)


def _fields(snapshot: Snapshot, record: Record) -> Iterator[str]:
    document = snapshot.corpus.documents.get(record.id)
    if document:
        yield f"  Trích yếu: {_shown(document.title)}"
        yield f"  Cơ quan ban hành: {', '.join(name_of(snapshot.corpus, i) for i in document.issuers)}"
        yield f"  Người ký: {_shown(document.signer)}"
        yield f"  Ngày ban hành: {document.issued.shown}"
    if record.has_effect:
        effect = snapshot.effect(record)
        yield f"  Tình trạng ngày {show_day(snapshot.day)}: {effect.status.label} – {effect.reason}"
    if record.summary:
        yield f"  Tóm tắt: {_shown(record.summary)}"
    if record.applies_to:
        yield f"  Đối tượng áp dụng: {_shown(record.applies_to)}"
    if record.duties:
        yield "  Trách nhiệm, nhiệm vụ:"
        yield from (f"    - {duty}" for duty in record.duties)


def _shown(text: str) -> str:
    return UNKNOWN_SHOWN if text == UNKNOWN else " ".join(text.split())


def status_json(snapshot: Snapshot, record: Record) -> dict[str, Any]:
    """The effect of a record on the day of the snapshot, and the event that decided it."""
    effect = snapshot.effect(record)
    said = {"status": effect.status.value, "status_label": effect.status.label, "reason": effect.reason}
    decided = as_builtins(effect.event) if effect.event else None
    return {"id": record.id, "name": record.name_text, **said, "on": snapshot.day.isoformat(), "event": decided}


def as_json(snapshot: Snapshot, record: Record) -> dict[str, Any]:
    """The record's own fields, with what is computed under `computed`."""
    effect = snapshot.effect(record)
    return {
        "kind": record.kind,
        **as_builtins(record),
        "computed": {
            "status": effect.status.value,
            "status_label": effect.status.label,
            "reason": effect.reason,
            "on": snapshot.day.isoformat(),
            "relations": [
                {"label": label, "id": other, "name": name}
                for label, other, name in relation_lines(snapshot.corpus, record.id)
            ],
            "cited_at": [_place(place) for place in cited_at(snapshot, record.id)],
        },
    }


def _place(place: CitedAt) -> dict[str, Any]:
    return {key: value for key, value in vars(place).items() if key != "finding"} | {"faults": list(place.faults)}
