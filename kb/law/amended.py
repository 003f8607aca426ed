"""How a text stands in a legal basis: laws by type and name, and each text with those that amend it.

Nghị định 30/2020/NĐ-CP (Phụ lục I) wants only type and name of laws and ordinances. Where several laws of the corpus
bear one name, the year tells which is meant, as Hướng dẫn 05-HD/VPTW (mục 6.2.3) writes it.
"""

from __future__ import annotations

from datetime import date

from kb.corpus.checkable import checkable_events
from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.law.issue_year import issue_of, year_in
from kb.model import UNKNOWN, Document, Event
from kb.model.vocabulary import DocumentType, EventKind, Sureness

LAWS = frozenset({DocumentType.LUAT, DocumentType.PHAP_LENH})


def law_name(document: Document) -> str:
    """The name of a law with its type word in front."""
    type_name = document.type.label
    return document.title if document.title.startswith(type_name) else f"{type_name} {document.title}"


def as_basis(corpus: Corpus, document: Document, full: str) -> str:
    """The words behind ``Căn cứ``, without those that amend it; `full` is the citation of a text that is no law."""
    known = document.type in LAWS and document.title != UNKNOWN
    return f"{law_name(document)}{_year(corpus, document)}" if known else full


def amended_by(corpus: Corpus, document: Document, day: date) -> str:
    """`` được sửa đổi, bổ sung bởi A và B``: those that had amended it by the day; empty without any."""
    named = (_named(corpus, document, e) for e in _amendments(document) if _since(corpus, e) <= day)
    amending = list(dict.fromkeys(filter(None, named)))
    if not amending:
        return ""
    listed = ", ".join(amending[:-1]) + (" và " if len(amending) > 1 else "") + amending[-1]
    return f" được sửa đổi, bổ sung bởi {listed}"


def amendment_days(corpus: Corpus, document: Document) -> list[date]:
    """The days from which an amendment more is named, the earliest first."""
    return sorted({_since(corpus, event) for event in _amendments(document)} - {date.min})


def amending_acts(corpus: Corpus, document: Document) -> list[Document]:
    """The documents of the corpus that amend it, each once, in the order of their days."""
    acts = (corpus.documents.get(event.by or "") for event in _amendments(document))
    return list({act.id: act for act in acts if act}.values())


def _year(corpus: Corpus, document: Document) -> str:
    """`` năm 2018`` where several laws bear the name."""
    alike = [d for d in corpus.documents.values() if d.type in LAWS and law_name(d) == law_name(document)]
    return f" năm {document.issued.year}" if len(alike) > 1 and document.issued.is_known else ""


def _amendments(document: Document) -> list[Event]:
    """Its events of being amended, in the order of their days; none that is only inferred."""
    events = [e for e in checkable_events(document) if e.kind is EventKind.AMENDED and e.sure is not Sureness.INFERRED]
    return sorted(events, key=lambda e: e.date)


def _since(corpus: Corpus, event: Event) -> date:
    """The day from which an amendment is surely there: where its own is not known, that of the amending text counts.

    Of a text that has no record the year that its number tells counts; without one, it was there on every day.
    """
    if event.date.is_known:
        return event.date.first_day
    act = corpus.documents.get(event.by or "")
    issued = issue_of(act) if act else PartialDate.UNKNOWN
    if issued.is_known:
        return issued.last_day
    year = year_in(event.by_number) if event.by_number else None
    return date(year, 12, 31) if year else date.min


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
