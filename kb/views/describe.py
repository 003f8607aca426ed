"""One record told in words, for the terminal and for other programs: `kb show`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kb.citation.annotate import Mention, annotate_plan
from kb.corpus.corpus import Corpus
from kb.language.dates import show_day
from kb.law.cite import cite_name, name_of
from kb.law.effect import status_on
from kb.model import UNKNOWN, Document, Plan, Programme, Record
from kb.model.fields import as_builtins

UNKNOWN_SHOWN = "chưa xác định"


@dataclass(frozen=True)
class CitedAt:
    """A plan paragraph that cites a record, with the words it cites it by."""

    plan: str
    paragraph: str
    words: str
    faults: tuple[str, ...]
    quote: str


def cited_at(corpus: Corpus, record_id: str, known: Mapping[str, Sequence[Mention]] | None = None) -> list[CitedAt]:
    """Every plan paragraph that cites the record, in the order of the text.

    `known` are the mentions of each plan, by its id, where the caller has them already.
    """
    found = []
    for plan in corpus.plans.values():
        texts = {p.id: p.text for section in plan.sections for p in section.paragraphs}
        for mention in known[plan.id] if known else annotate_plan(corpus, plan):
            if mention.target == record_id:
                found.append(_cited_at(plan, mention, texts[mention.paragraph]))
    return found


def _cited_at(plan: Plan, mention: Mention, text: str) -> CitedAt:
    faults = tuple(fault.message for fault in mention.faults)
    return CitedAt(plan.id, mention.paragraph, mention.surface, faults, quote(text, mention.start, mention.end))


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


def describe(corpus: Corpus, record: Record, day: date) -> Iterator[str]:
    """The lines that `kb show` prints."""
    yield f"{cite_name(record)}" if isinstance(record, Document) else record.name_text
    yield f"  {record.kind_label} · {record.id}"
    yield from _fields(corpus, record, day)
    relations = list(relation_lines(corpus, record.id))
    if relations:
        yield "Quan hệ"
        yield from (f"  {label}: {name} ({other})" for label, other, name in relations)
    places = cited_at(corpus, record.id)
    if places:
        yield "Được viện dẫn tại"
        for place in places:
            yield f"  {place.paragraph}: {place.quote}"
            yield from (f"    ! {fault}" for fault in place.faults)


def _fields(corpus: Corpus, record: Record, day: date) -> Iterator[str]:
    if isinstance(record, Document):
        yield f"  Trích yếu: {_shown(record.title)}"
        yield f"  Cơ quan ban hành: {', '.join(name_of(corpus, i) for i in record.issuers)}"
        yield f"  Người ký: {_shown(record.signer)}"
        yield f"  Ngày ban hành: {record.issued.shown}"
    if isinstance(record, (Document, Programme)):
        effect = status_on(corpus, record, day)
        yield f"  Tình trạng ngày {show_day(day)}: {effect.status.label} ({effect.reason})"
    summary = getattr(record, "summary", None)
    if summary:
        yield f"  Tóm tắt: {' '.join(_shown(summary).split())}"
    applies_to = getattr(record, "applies_to", None)
    if applies_to:
        yield f"  Áp dụng cho: {_shown(applies_to)}"
    duties: Sequence[str] = getattr(record, "duties", ())
    if duties:
        yield "  Phải làm gì:"
        yield from (f"    - {duty}" for duty in duties)


def _shown(text: str) -> str:
    return UNKNOWN_SHOWN if text == UNKNOWN else " ".join(text.split())


def as_json(
    corpus: Corpus, record: Record, day: date, known: Mapping[str, Sequence[Mention]] | None = None
) -> dict[str, Any]:
    """The record's own fields, with what is computed under `computed`; `known` as in `cited_at`."""
    effect = status_on(corpus, record, day)
    return {
        "kind": record.kind,
        **as_builtins(record),
        "computed": {
            "status": effect.status.value,
            "status_label": effect.status.label,
            "reason": effect.reason,
            "on": day.isoformat(),
            "relations": [
                {"label": label, "id": other, "name": name} for label, other, name in relation_lines(corpus, record.id)
            ],
            "cited_at": [vars(place) | {"faults": list(place.faults)} for place in cited_at(corpus, record.id, known)],
        },
    }
