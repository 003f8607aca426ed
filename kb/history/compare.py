"""Two states of the corpus compared: records, what became of effects, relations, and what plans rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb.citation.annotate import annotate_plan
from kb.corpus.corpus import Corpus
from kb.corpus.graph import relations_of
from kb.law.cite import name_of
from kb.law.effect import status_on
from kb.model import Record
from kb.model.vocabulary import Status
from kb.plans.basis import LAPSED

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


def compare(old: Corpus, new: Corpus, day: date) -> Change:
    """What changed from `old` to `new`, effects reckoned on `day` for both."""
    both = sorted(old.records.keys() & new.records.keys())
    edited = [
        (new.records[i], _fields(old.records[i], new.records[i])) for i in both if old.records[i] != new.records[i]
    ]
    effects = [
        (i, status_on(old, old.records[i], day).status, status_on(new, new.records[i], day).status) for i in both
    ]
    before, now = _edges(old), _edges(new)
    return Change(
        tuple(new.records[i] for i in sorted(new.records.keys() - old.records.keys())),
        tuple(old.records[i] for i in sorted(old.records.keys() - new.records.keys())),
        tuple(edited),
        tuple((name_of(new, i), was, is_) for i, was, is_ in effects if was is not is_),
        tuple(_edge_line(new, edge) for edge in sorted(now - before)),
        tuple(_edge_line(old, edge) for edge in sorted(before - now)),
        tuple(sorted({problem.mark.path for problem in new.problems})),
        tuple(_lost(old, new, day)),
    )


def _fields(old: Record, new: Record) -> tuple[str, ...]:
    names = dict.fromkeys((*old.__struct_fields__, *new.__struct_fields__))
    return tuple(name for name in names if getattr(old, name, None) != getattr(new, name, None))


def _edges(corpus: Corpus) -> Edges:
    return frozenset((r.id, edge.kind.value, edge.to) for r in corpus.records.values() for edge in relations_of(r))


def _edge_line(corpus: Corpus, edge: tuple[str, str, str]) -> str:
    subject, kind, to = edge
    label = next(e.kind.label for e in corpus.graph.out(subject) if (e.kind.value, e.object) == (kind, to))
    return f"{name_of(corpus, subject)}: {label.lower()} {name_of(corpus, to)}"


def _lost(old: Corpus, new: Corpus, day: date) -> list[tuple[str, str, str]]:
    holding = _resting(old, day)
    kept = _resting(new, day)
    sections = {(plan.id, section.id) for plan in new.plans.values() for section in plan.sections}
    return [
        (plan, holding[plan, section, target], name_of(old, target))
        for plan, section, target in sorted(holding.keys() - kept.keys())
        if (plan, section) in sections
    ]


def _resting(corpus: Corpus, day: date) -> dict[tuple[str, str, str], str]:
    """Plan, section and the document cited in it that has not lapsed, with the section's label."""
    found = {}
    for plan in corpus.plans.values():
        places = {p.id: section for section in plan.sections for p in section.paragraphs}
        for mention in annotate_plan(corpus, plan):
            document = corpus.documents.get(mention.target or "")
            if document and status_on(corpus, document, day).status not in LAPSED:
                section = places[mention.paragraph]
                found[plan.id, section.id, document.id] = section.label
    return found
