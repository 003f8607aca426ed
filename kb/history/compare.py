"""Compares two states of the corpus: records, statuses, relations, and what plans rest on."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import structs

from kb.corpus.corpus import Corpus
from kb.law.cite import name_of
from kb.model import Record
from kb.model.vocabulary import Status
from kb.snapshot import Snapshot

Edges = frozenset[tuple[str, str, str]]


@dataclass(frozen=True)
class Change:
    """What differs. Names are those of the new state; of removed records, of the old."""

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    edited: tuple[tuple[Record, tuple[str, ...]], ...]
    """Records in both states, with the names of the fields that differ."""
    effects: tuple[tuple[str, Status, Status], ...]
    """Record's name, its status before and now, both on the one day asked about."""
    related: tuple[str, ...]
    unrelated: tuple[str, ...]
    unread: tuple[str, ...]
    """Files of the new state that cannot be read as records: what stood in them counts as removed."""
    lost: tuple[tuple[str, str, str], ...]
    """Plan, label of its section, document: cited there, in force or undecided before, lapsed or unresolved now."""

    def as_json(self) -> dict[str, object]:
        """Ids of records, the fields that differ, statuses by their codes; relations in words."""
        lost = ({"plan": plan, "section": section, "document": name} for plan, section, name in self.lost)
        return {
            "added": [record.id for record in self.added],
            "removed": [record.id for record in self.removed],
            "edited": [{"id": record.id, "fields": list(fields)} for record, fields in self.edited],
            "effects": [{"name": n, "before": was.value, "after": now.value} for n, was, now in self.effects],
            "related": list(self.related),
            "unrelated": list(self.unrelated),
            "unread": list(self.unread),
            "lost": list(lost),
        }


def compare(before: Snapshot, after: Snapshot) -> Change:
    """What changed between two corpora, both seen on one day."""
    old, new = before.corpus, after.corpus
    both = sorted(old.records.keys() & new.records.keys())
    edited = [
        (new.records[i], _fields(old.records[i], new.records[i])) for i in both if old.records[i] != new.records[i]
    ]
    effects = [(i, before.effect(old.records[i]).status, after.effect(new.records[i]).status) for i in both]
    had, has = _edges(old), _edges(new)
    return Change(
        tuple(new.records[i] for i in sorted(new.records.keys() - old.records.keys())),
        tuple(old.records[i] for i in sorted(old.records.keys() - new.records.keys())),
        tuple(edited),
        tuple((name_of(new, i), was, is_) for i, was, is_ in effects if was is not is_),
        tuple(_edge_line(new, edge) for edge in sorted(has - had)),
        tuple(_edge_line(old, edge) for edge in sorted(had - has)),
        tuple(sorted({problem.mark.path for problem in new.problems})),
        tuple(_lost(before, after)),
    )


def _fields(old: Record, new: Record) -> tuple[str, ...]:
    """The fields of either record that differ; a field that one of them lacks is None there."""
    before, now = structs.asdict(old), structs.asdict(new)
    return tuple(name for name in before | now if before.get(name) != now.get(name))


def _edges(corpus: Corpus) -> Edges:
    return frozenset((r.id, edge.kind.value, edge.to) for r in corpus.records.values() for edge in r.stated_relations)


def _edge_line(corpus: Corpus, edge: tuple[str, str, str]) -> str:
    subject, kind, to = edge
    label = next(e.kind.label for e in corpus.graph.out(subject) if (e.kind.value, e.object) == (kind, to))
    return f"{name_of(corpus, subject)}: {label.lower()} {name_of(corpus, to)}"


def _lost(before: Snapshot, after: Snapshot) -> list[tuple[str, str, str]]:
    holding, kept = _resting(before), _resting(after)
    sections = {(plan.id, section.id) for plan in after.corpus.plans.values() for section in plan.sections}
    return [
        (plan, holding[plan, section, target], name_of(before.corpus, target))
        for plan, section, target in sorted(holding.keys() - kept.keys())
        if (plan, section) in sections
    ]


def _resting(snapshot: Snapshot) -> dict[tuple[str, str, str], str]:
    """Plan, section and the document cited in it that can be relied on, with the section's label."""
    found = {}
    for plan in snapshot.corpus.plans.values():
        places = {p.id: section for section in plan.sections for p in section.paragraphs}
        for mention in snapshot.mentions(plan):
            document = snapshot.corpus.documents.get(mention.target or "")
            if document and not snapshot.effect(document).status.is_weak_basis:
                section = places[mention.paragraph]
                found[plan.id, section.id, document.id] = section.label
    return found
