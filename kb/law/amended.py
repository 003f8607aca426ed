"""How a text stands in a legal basis: laws by type and name, and each text with those that amend it.

Nghị định 30/2020/NĐ-CP (Phụ lục I) wants only type and name of laws and ordinances. Where several laws of the corpus
bear one name, the year tells which is meant, as Hướng dẫn 05-HD/VPTW (mục 6.2.3) writes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.checkable import checkable_events
from kb.corpus.corpus import Corpus
from kb.model import UNKNOWN, Document, Event
from kb.model.vocabulary import DocumentType, EventKind, Sureness

LAWS = frozenset({DocumentType.LUAT, DocumentType.PHAP_LENH})


def law_name(document: Document) -> str:
    """The name of a law with its type word in front."""
    type_name = document.type.label
    return document.title if document.title.startswith(type_name) else f"{type_name} {document.title}"


def as_basis(corpus: Corpus, document: Document, full: str) -> str:
    """The words behind ``Căn cứ``; `full` is the citation of a text that is no law."""
    known = document.type in LAWS and document.title != UNKNOWN
    named = f"{law_name(document)}{_year(corpus, document)}" if known else full
    amending = list(dict.fromkeys(_amending(corpus, document)))
    if not amending:
        return named
    listed = ", ".join(amending[:-1]) + (" và " if len(amending) > 1 else "") + amending[-1]
    return f"{named} được sửa đổi, bổ sung bởi {listed}"


def amending_acts(corpus: Corpus, document: Document) -> list[Document]:
    """The documents of the corpus that amend it, each once, in the order of their days."""
    acts = (corpus.documents.get(event.by or "") for event in _amendments(document))
    return list({act.id: act for act in acts if act}.values())


def _year(corpus: Corpus, document: Document) -> str:
    """`` năm 2018`` where several laws bear the name."""
    alike = [d for d in corpus.documents.values() if d.type in LAWS and law_name(d) == law_name(document)]
    return f" năm {document.issued.year}" if len(alike) > 1 and document.issued.is_known else ""


def _amending(corpus: Corpus, document: Document) -> Iterator[str]:
    """The texts that amend it, each by type and number, in the order of their days; none that is only inferred."""
    for event in _amendments(document):
        named = _named(corpus, document, event)
        if named:
            yield named


def _amendments(document: Document) -> list[Event]:
    """Its events of being amended, in the order of their days; none that is only inferred."""
    events = [e for e in checkable_events(document) if e.kind is EventKind.AMENDED and e.sure is not Sureness.INFERRED]
    return sorted(events, key=lambda e: e.date)


def _named(corpus: Corpus, document: Document, event: Event) -> str:
    """``Luật số 118/2025/QH15``; empty where the text is not known."""
    act = corpus.documents.get(event.by or "")
    if act:
        return f"{act.type.label} số {act.number}" if act.number != UNKNOWN else ""
    if event.by_number is None:
        return ""
    alike = event.by_number.rpartition("/")[2].rstrip("0123456789") == document.number.rpartition("/")[2].rstrip(
        "0123456789"
    )
    return f"{document.type.label if alike else 'văn bản'} số {event.by_number}"
