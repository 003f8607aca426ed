"""A file's text as a document: header, relations, structure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.blocks import Block, blocks_of
from kb.importing.fields import Header
from kb.importing.header import read_header
from kb.importing.relations import Proposed, propose
from kb.importing.skeleton import Known, find_duplicates, new_id
from kb.importing.structure import ProvisionDraft, structure
from kb.language.dates import PartialDate
from kb.language.fold import folded
from kb.language.phrases import words_of
from kb.model import UNKNOWN, Document
from kb.model.vocabulary import DocumentType
from kb.number.types import BY_NAME


@dataclass(frozen=True)
class Imported:
    """What was read in one file."""

    blocks: list[Block]
    header: Header
    relations: list[Proposed]
    pieces: list[ProvisionDraft]


def read_document(corpus: Corpus, draft: Draft) -> Imported:
    """Everything that the file says. Never raises; takes any text."""
    blocks = blocks_of(draft)
    header = read_header(corpus, blocks)
    return Imported(blocks, header, propose(corpus, header), structure(header.inside, header.behind))


def duplicates(corpus: Corpus, header: Header) -> list[Document]:
    """Documents of the corpus that are this one: same number, body and year."""
    if header.number is None:
        return []
    found: dict[str, Document] = {}
    for issuer in [body.id for body in header.bodies if body.id] or sorted(corpus.bodies):
        found |= {document.id: document for document in find_duplicates(corpus, _known(header, issuer))}
    return list(found.values())


def propose_id(corpus: Corpus, header: Header, name: str) -> str:
    """The id by the slug rules; of a document without a number, by its type and title, else by the file's `name`."""
    if header.number:
        issuer = next((body.id for body in header.bodies if body.id), "")
        return new_id(corpus, _known(header, issuer))
    short = BY_NAME[header.document_type.label].short if header.document_type else "vb"
    words = [folded(word) for word in words_of(header.title.value if header.title else name)]
    plain = re.sub(r"[^a-z0-9-]+", "", "-".join([short, *words]))[:60].rpartition("-")[0] if len(words) > 12 else ""
    plain = plain or re.sub(r"[^a-z0-9-]+", "", "-".join([short, *words]))[:60].strip("-")
    wanted, times = plain or "vb", 1
    while wanted in corpus.records:
        times += 1
        wanted = f"{plain}-{times}"
    return wanted


def _known(header: Header, issuer: str) -> Known:
    assert header.number is not None
    kind = header.document_type or DocumentType.CONG_VAN
    issued = header.issued.value if header.issued else PartialDate.UNKNOWN
    return Known(header.number.value, kind, issuer, issued, UNKNOWN, "", "")
