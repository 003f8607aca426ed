"""What a review says of the record that a citation means: why it is weak, how to cite it, what tells it apart."""

from __future__ import annotations

from datetime import date

from kb.citation.models import CitationFault
from kb.corpus.corpus import Corpus
from kb.law.cite import cite_issued
from kb.law.effect import status_on
from kb.law.successors import instead
from kb.model import UNKNOWN, Document, Record

_RETYPED = frozenset({"number", "symbol", "type", "date", "issuer"})
"""Faults that a corrected citation mends; a title is mended by its own message."""
MOST_TITLE_WORDS = 20
"""Words of a title that is told whole."""


def lapsed(corpus: Corpus, record: Record, day: date) -> tuple[str, ...]:
    """Why a record no longer holds on the day, and what took its place; nothing where it holds."""
    effect = status_on(corpus, record, day)
    if not effect.status.is_weak_basis:
        return ()
    document = corpus.documents.get(record.id)
    now = instead(corpus, document, day) if document else ""
    return (f"{effect.status.label.lower()}: {effect.reason}{now}",)


def correction(corpus: Corpus, document: Document | None, errors: list[CitationFault]) -> str | None:
    """The citation as it should be typed, where its faults are those of number, day and body."""
    if document is None or not any(fault.part in _RETYPED for fault in errors):
        return None
    return cite_issued(corpus, document)


def told_apart(corpus: Corpus, record: Record) -> str:
    """The short name with day, body and title: what tells records of one number or one name apart."""
    document = corpus.documents.get(record.id)
    if document is None:
        return record.short_name
    day = f" ngày {document.issued.shown}" if document.issued.is_known else " (chưa rõ ngày ban hành)"
    bodies = " và ".join(corpus.bodies[i].name for i in document.issuers if i in corpus.bodies)
    title = "" if document.title == UNKNOWN or record.short_name in document.title else f", {_short(document.title)}"
    return f"{record.short_name}{day}{f' của {bodies}' if bodies else ''}{title}"


def _short(title: str) -> str:
    """As much of a title as tells it apart: its end tells decrees on the duties of ministries apart."""
    words = title.split()
    return title if len(words) <= MOST_TITLE_WORDS else " ".join([*words[:8], "…", *words[-8:]])
