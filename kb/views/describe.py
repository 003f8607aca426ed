"""One record for other programs, and where plans cite it: `kb show --json`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from kb.citation.annotate import Mention
from kb.corpus.corpus import Corpus
from kb.law.cite import name_of
from kb.model import Plan, Record
from kb.model.fields import as_builtins
from kb.model.vocabulary import Sureness
from kb.snapshot import Snapshot
from kb.views.citation_marks import mark_of
from kb.views.wording import known_name


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


class RelationEnd(NamedTuple):
    """The other record of a relation, under the words that stand for its direction."""

    label: str
    id: str
    name: str
    sure: Sureness


def relation_ends(corpus: Corpus, record_id: str) -> Iterator[RelationEnd]:
    """Relations out of the record, then into it."""
    graph = corpus.graph
    for edge in graph.out(record_id):
        yield RelationEnd(edge.kind.label, edge.object, name_of(corpus, edge.object), edge.relation.sure)
    for edge in graph.into(record_id):
        yield RelationEnd(edge.kind.inverse_label, edge.subject, name_of(corpus, edge.subject), edge.relation.sure)


def status_json(snapshot: Snapshot, record: Record) -> dict[str, Any]:
    """The effect of a record on the day of the snapshot, and the event that decided it."""
    event = snapshot.effect(record).event
    decided = as_builtins(event) if event else None
    return {"id": record.id, "name": known_name(record), **_status(snapshot, record), "event": decided}


def _status(snapshot: Snapshot, record: Record) -> dict[str, str]:
    effect, on = snapshot.effect(record), snapshot.day.isoformat()
    return {"status": effect.status.value, "status_label": effect.status.label, "reason": effect.reason, "on": on}


def as_json(snapshot: Snapshot, record: Record) -> dict[str, Any]:
    """The record's own fields, with what is computed under `computed`."""
    return {
        "kind": record.kind,
        **as_builtins(record),
        "computed": {
            **_status(snapshot, record),
            "relations": [
                {"label": end.label, "id": end.id, "name": end.name}
                for end in relation_ends(snapshot.corpus, record.id)
            ],
            "cited_at": [_place(place) for place in cited_at(snapshot, record.id)],
        },
    }


def _place(place: CitedAt) -> dict[str, Any]:
    return {key: value for key, value in vars(place).items() if key != "finding"} | {"faults": list(place.faults)}
