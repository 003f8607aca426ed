"""Resolves a typed identifier or number to records, and the number that a document bears."""

from __future__ import annotations

from collections.abc import Sequence

from kb.corpus.corpus import Corpus
from kb.errors import InvalidNumber, UnknownRecord
from kb.model import UNKNOWN, Document, Record
from kb.number.document_number import DocumentNumber
from kb.number.file_name import numbers_in_name


def look_up(corpus: Corpus, text: str) -> list[Record]:
    """The records meant by an id, a number in any spelling or the name of a file; several when a number is shared.

    Raises UnknownRecord when there is none.
    """
    if text in corpus.records:
        return [corpus.records[text]]
    former = [record for record in corpus.records.values() if text in record.former_ids]
    if former:
        return former
    in_name = [_by_number(corpus, number) for number in numbers_in_name(text)]
    if any(in_name):
        return [corpus.records[i] for i in next(filter(None, in_name))]
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        raise UnknownRecord(f"không có bản ghi hay số hiệu “{text[:60]}”; thử: kb search") from None
    ids = _by_number(corpus, text)
    if not ids:
        raise UnknownRecord(f"không có văn bản số “{number}” trong kho; thử: kb search")
    return [corpus.records[i] for i in ids]


def _by_number(corpus: Corpus, text: str) -> Sequence[str]:
    """Ids of the documents of a number; none where it is no number."""
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return ()
    return ids_bearing(corpus, number)


def ids_bearing(corpus: Corpus, number: DocumentNumber) -> Sequence[str]:
    """Ids of the documents that bear a number, as typed or, where none does, without its diacritics."""
    return corpus.by_number.get(number.match_key) or corpus.by_number.get(number.folded_key) or ()


def mistaken_number(corpus: Corpus, text: str, record: Record) -> str:
    """A sentence where what was typed is a number that the record does not bear: a known other writing leads to it.

    Empty for an id, for another spelling of its own number, and for a record without one.
    """
    document = corpus.documents.get(record.id)
    own = number_of(document) if document else None
    typed = [n for n in (*numbers_in_name(text), text) if record.id in _by_number(corpus, n)]
    if own is None or not typed or text in corpus.records:
        return ""
    number = DocumentNumber.parse(typed[0])
    if number.folded_key == own.folded_key:
        return ""
    return f"kho không có văn bản số {number}; có nơi ghi số ấy cho {record.short_name}, in dưới đây"


def number_of(document: Document) -> DocumentNumber | None:
    """The number of a document; None where it is unknown, or no number (a check reports that)."""
    if document.number == UNKNOWN:
        return None
    try:
        return DocumentNumber.parse(document.number)
    except InvalidNumber:
        return None


def owners(corpus: Corpus, group: str) -> set[str]:
    """Ids of the bodies that have this group of a symbol as their abbreviation."""
    return {b.id for b in corpus.bodies.values() if group in b.abbreviations}
