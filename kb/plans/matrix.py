"""Sections of a plan against the documents they rest on: one cell for each that meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.citation.annotate import Mention
from kb.law.rank import rank
from kb.model import Document, Plan, Section
from kb.snapshot import Snapshot


@dataclass
class Cell:
    """Where a section cites a document: its mentions in the order of the text; none where it is only implied."""

    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True)
class Matrix:
    """`cells` by (document, section); only documents and sections that meet something."""

    documents: tuple[Document, ...]
    sections: tuple[Section, ...]
    cells: dict[tuple[str, str], Cell]


def matrix(snapshot: Snapshot, plan: Plan) -> Matrix:
    """The documents by rank and then day, the sections in the order of the plan."""
    corpus = snapshot.corpus
    cells: dict[tuple[str, str], Cell] = {}
    for document, section_id, mention in _meetings(plan, snapshot.mentions(plan)):
        if document in corpus.documents:
            cell = cells.setdefault((document, section_id), Cell())
            if mention:
                cell.mentions.append(mention)
    named, met = {document for document, _ in cells}, {section for _, section in cells}
    documents = sorted((corpus.documents[i] for i in named), key=lambda d: (rank(corpus, d), d.id))
    return Matrix(tuple(documents), tuple(s for s in plan.sections if s.id in met), cells)


def _meetings(plan: Plan, mentions: Sequence[Mention]) -> Iterator[tuple[str, str, Mention | None]]:
    """(record, section, where the one is cited in the other): first what is cited, then what is only implied."""
    places = {p.id: section.id for section in plan.sections for p in section.paragraphs}
    for mention in mentions:
        if mention.target:
            yield mention.target, places[mention.paragraph], mention
    for section in plan.sections:
        for target in section.implied:
            yield target, section.id, None
