"""What a review says of the record that a citation means: why it is weak, and how to cite it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kb.citation.models import Citation, CitationFault
from kb.corpus.corpus import Corpus
from kb.law.cautions import cautions, unchecked_ends
from kb.law.cite import cite, cite_issued
from kb.law.effect import Effect, status_on
from kb.law.successors import instead, replacements
from kb.model import Document, Record
from kb.model.vocabulary import Status

_RETYPED = frozenset({"number", "symbol", "type", "date", "issuer", "symbol-body", "term"})
"""Faults that a corrected citation mends; a title is mended by its own message."""


class Standing(NamedTuple):
    """What holds of a record on a day: its status, what `lapsed` and `weak` say, whether a source tells its end,
    and the citations of what replaced it.
    """

    status: Status
    lapsed: tuple[str, ...]
    weak: tuple[str, ...]
    end_reported: bool
    replacements: tuple[str, ...]


class RecordsOnDay:
    """What holds of the records of a corpus on one day: computed once, however often a draft cites a record."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.day = day
        self._corpus = corpus
        self._standings: dict[str, Standing] = {}

    def of(self, record: Record) -> Standing:
        """What holds of a record."""
        found = self._standings.get(record.id)
        if found is None:
            asked = (self._corpus, record, self.day)
            told = bool(unchecked_ends(*asked))
            found = self._standings[record.id] = Standing(
                status_on(*asked).status, lapsed(*asked), weak(*asked), told, _replacements(*asked)
            )
        return found


def lapsed(corpus: Corpus, record: Record, day: date) -> tuple[str, ...]:
    """Why a record no longer holds on the day, and what took its place."""
    effect = status_on(corpus, record, day)
    return _why(corpus, record, day, effect) if effect.status.lapsed else ()


def weak(corpus: Corpus, record: Record, day: date) -> tuple[str, ...]:
    """Why a record that has not lapsed is no basis on the day all the same; of one that holds, what it warns of."""
    effect = status_on(corpus, record, day)
    if not effect.status.is_weak_basis:
        return cautions(corpus, record, day)
    return () if effect.status.lapsed else _why(corpus, record, day, effect)


def _replacements(corpus: Corpus, record: Record, day: date) -> tuple[str, ...]:
    """The citations of what replaced a document that has ended, of which number, day, body and name are known."""
    ended = status_on(corpus, record, day).status.lapsed
    document = corpus.documents.get(record.id) if ended else None
    found = (cite(corpus, each, day) for each in replacements(corpus, document, day)) if document else ()
    return tuple(cited.full for cited in found if not cited.missing)


def _why(corpus: Corpus, record: Record, day: date, effect: Effect) -> tuple[str, ...]:
    document = corpus.documents.get(record.id)
    now = instead(corpus, document, day) if document else ""
    return (f"{effect.status.label.lower()}: {effect.reason}{now}",)


def correction(
    corpus: Corpus, citation: Citation, document: Document | None, errors: list[CitationFault]
) -> str | None:
    """The citation as it should be typed, where its faults are those of number, day and body."""
    if document is None or not any(fault.part in _RETYPED for fault in errors):
        return None
    if citation.date_typed and not document.issued.is_known:
        return None  # the record says less than was typed
    return cite_issued(corpus, document)
