"""A file's text as a document: header, relations, structure."""

from __future__ import annotations

from dataclasses import dataclass

from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.blocks import blocks_of
from kb.importing.header import read_header
from kb.importing.labelled import labelled
from kb.importing.readings import Header
from kb.importing.relations import Proposed, propose
from kb.importing.structure import ProvisionDraft, structure


@dataclass(frozen=True)
class Imported:
    """What was read in one file: header and ending, citations as relations, provisions in the order of the text."""

    header: Header
    relations: list[Proposed]
    pieces: list[ProvisionDraft]


def read_document(corpus: Corpus, draft: Draft) -> Imported:
    """Everything that the file says. Never raises; takes any text."""
    blocks = blocks_of(draft)
    header = read_header(corpus, blocks, labelled(draft.text))
    return Imported(header, propose(corpus, header), structure(header.inside, header.behind))
