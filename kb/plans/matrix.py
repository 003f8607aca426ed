"""Sections of a plan against the documents they rest on: one cell for each that meet."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.citation.annotate import Mention
from kb.corpus.corpus import Corpus
from kb.law.rank import rank
from kb.model import Document, Plan, Section


@dataclass
class Cell:
    """Where a section cites a document: its mentions in the order of the text; none where it is only implied."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """What is wrong in the citing, each once."""
        return list(dict.fromkeys(fault.message for mention in self.mentions for fault in mention.faults))


@dataclass(frozen=True)
class Matrix:
    """`cells` by (document, section); only documents and sections that meet something."""

    documents: tuple[Document, ...]
    sections: tuple[Section, ...]
    cells: dict[tuple[str, str], Cell]


def matrix(corpus: Corpus, plan: Plan, mentions: list[Mention]) -> Matrix:
    """The documents by rank and then day, the sections in the order of the plan."""
    places = {p.id: section.id for section in plan.sections for p in section.paragraphs}
    cells: dict[tuple[str, str], Cell] = {}
    for mention in mentions:
        if mention.target and mention.target in corpus.documents:
            cells.setdefault((mention.target, places[mention.paragraph]), Cell()).mentions.append(mention)
    for section in plan.sections:
        for target in section.implied:
            if target in corpus.documents:
                cells.setdefault((target, section.id), Cell())
    named, met = {document for document, _ in cells}, {section for _, section in cells}
    documents = sorted((corpus.documents[i] for i in named), key=lambda d: (rank(corpus, d), d.id))
    return Matrix(tuple(documents), tuple(s for s in plan.sections if s.id in met), cells)
