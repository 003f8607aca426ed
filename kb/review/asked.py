"""What somebody who asks for a document means: an id, a number, a title, or a citation as texts write it.

One reader of citations serves drafts and questions: what is typed behind ``kb show`` is read as a draft of one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kb.citation.models import CitationKind
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import ids_bearing, look_up, number_of
from kb.drafts import Draft
from kb.errors import UnknownRecord
from kb.language.fold import composed, folded
from kb.language.phrases import words_of
from kb.model import Document, Record
from kb.number.asked import number_asked
from kb.number.file_name import numbers_in_words
from kb.number.types import TYPES
from kb.review.judge import Reviewer
from kb.review.model import Finding
from kb.review.told_apart import told_apart

_TYPES = {folded(word): row.name for row in reversed(TYPES) for word in (row.asked, row.name) if word}
"""Folded letters of a type, as a question abbreviates it or in full, and its name."""
_HEAD = re.compile(rf"(?P<type>{'|'.join(sorted(_TYPES, key=len, reverse=True))})\s+(?:so\s+)?(?=\d)")
"""How a question begins that names a document by type and number, folded: ``nq 51``, ``nghi quyet so 51``."""
_SHORT = re.compile(rf"{_HEAD.pattern}0*(?P<ordinal>\d{{1,5}})(?:(?:/|\s+nam\s+|\s+)(?P<year>(?:19|20)\d\d))?")
_ABOUT = re.compile(r"^về\s+(?:việc\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """What was asked for, and the records of the corpus that it means: none, one, or several."""

    text: str
    """By which registers and messages know it: the number that was read in what was typed, else all of it."""
    records: tuple[Record, ...] = ()
    said: tuple[str, ...] = ()
    """What is wrong in the way it was asked for, a Vietnamese sentence each."""
    is_document: bool = False
    """It names a document by its number, or by type and ordinal."""

    def found(self) -> tuple[Record, ...]:
        """The records. Raises UnknownRecord, with what was said, where there is none."""
        if self.records:
            return self.records
        told = "; ".join(self.said)
        raise UnknownRecord(told or f"không có “{self.text[:60]}” trong kho; thử: kb search")


def read_asked(corpus: Corpus, text: str, day: date) -> Asked:
    """The records meant by an id, a number, the name of a file, a title or a citation; never raises for none.

    A number with other signs (``06_2014 NĐ-CP``) is looked for where the text is no citation.
    """
    try:
        return Asked(text, tuple(look_up(corpus, text)), is_document=True)
    except UnknownRecord:
        pass
    typed = " ".join(composed(text).split())
    if titled := _titled(corpus, typed):
        return Asked(text, titled)
    if short := _SHORT.fullmatch(folded(typed)):
        return Asked(typed, tuple(_numbered(corpus, short)), is_document=True)
    findings = Reviewer(corpus).review(Draft("", _written_out(typed)), day).findings
    if len(findings) > 1 or any(found.citation.provision for found in findings):
        return Asked(typed)  # which of several is not said; a provision is a question to the library
    cited = _cited(corpus, typed, findings[0]) if findings else Asked(typed)
    if cited.records or cited.said:
        return cited
    return replace(cited, records=_loosely_numbered(corpus, typed))


def _loosely_numbered(corpus: Corpus, text: str) -> tuple[Record, ...]:
    numbers = (number for typed in numbers_in_words(text) if (number := number_asked(typed)))
    ids = next(filter(None, (ids_bearing(corpus, number) for number in numbers)), ())
    return tuple(corpus.records[id_] for id_ in ids)


def _titled(corpus: Corpus, text: str) -> tuple[Record, ...]:
    words = _title_words(text)
    return tuple(record for record in corpus.records.values() if words and words == _title_words(record.name_text))


def _title_words(text: str) -> tuple[str, ...]:
    """Without the ``về``, ``về việc`` that a title may begin with."""
    return words_of(_ABOUT.sub("", text))


def _numbered(corpus: Corpus, short: re.Match[str]) -> Iterator[Document]:
    """The documents of a type and ordinal, and of the year where one is typed: of the number, else of the issue."""
    for document in corpus.documents.values():
        number = number_of(document)
        if number is None or number.ordinal.lstrip("0") != short["ordinal"]:
            continue
        if folded(document.type.label) == folded(_TYPES[short["type"]]):
            if short["year"] in (None, number.year, document.issued.year):
                yield document


def _cited(corpus: Corpus, text: str, found: Finding) -> Asked:
    """By the only citation that the text holds."""
    citation = found.citation
    numbered = citation.kind is CitationKind.NUMBERED
    asked = citation.document_number if citation.number else text
    meant = [found.target] if found.target else list(found.candidates)
    others = list(ids_bearing(corpus, citation.number)) if citation.number and not meant else []
    records = tuple(corpus.records[id_] for id_ in meant)
    return Asked(asked, records, tuple(_said(corpus, found, others)), numbered)


def _said(corpus: Corpus, found: Finding, others: list[str]) -> Iterator[str]:
    """What contradicts the record; where none is meant, which other documents bear the number."""
    yield from (fault.message for fault in (*found.errors, *found.doubts))
    if others:
        names = "; ".join(told_apart(corpus, corpus.records[id_]) for id_ in others)
        yield f"kho không có “{' '.join(found.citation.span.surface.split())}”; cùng số ấy, kho có {names}"
        yield from found.notes


def _written_out(text: str) -> str:
    """With the type word in full and ``số`` behind it, where the text begins with a type and a number."""
    head = _HEAD.match(folded(text))
    return f"{_TYPES[head['type']]} số {text[head.end() :]}" if head else text
