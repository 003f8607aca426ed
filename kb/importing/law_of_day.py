"""Which law a name alone means in a document: the one of that name which held when the document was issued."""

from __future__ import annotations

from datetime import date

from kb.citation.models import Citation, CitationKind, Resolution
from kb.citation.patterns import LAW_TYPES
from kb.corpus.corpus import Corpus
from kb.importing.readings import Header
from kb.language.dates import PartialDate
from kb.law.effect import status_on
from kb.model.vocabulary import Status
from kb.number.document_number import DocumentNumber

Days = tuple[date, date]
"""The first and the last day on which a document may have been issued."""
_DID_NOT_HOLD = frozenset({Status.ENDED, Status.NOT_YET})


def days_of_issue(header: Header) -> Days | None:
    """By the day that the document states, else by the year in its number."""
    issued = header.issued.value if header.issued else PartialDate.UNKNOWN
    year = DocumentNumber.parse(header.number.value).year if header.number else None
    if not issued.is_known and year:
        issued = PartialDate.parse(year)
    return (issued.first_day, issued.last_day) if issued.is_known else None


def is_name_alone(citation: Citation) -> bool:
    """Whether a law is cited by its name, without number, year or day: laws of later years bear it too."""
    named = citation.kind is CitationKind.NAMED and citation.type_name in LAW_TYPES
    return named and citation.year is None and citation.date_typed is None


def law_of_day(corpus: Corpus, resolution: Resolution, days: Days | None) -> str | None:
    """Of the laws that a name may mean the only one that may have held on those days; None where no one law did."""
    if days is None:
        return None
    may_hold = []
    for candidate in resolution.candidates:
        statuses = {status_on(corpus, corpus.records[candidate], day).status for day in days}
        if not statuses <= _DID_NOT_HOLD:
            may_hold.append((candidate, all(status.holds or status is Status.UNKNOWN for status in statuses)))
    return may_hold[0][0] if len(may_hold) == 1 and may_hold[0][1] else None
