"""A law cited by name with a day or a year on which none of that name was passed, but that is easily taken for it.

Another day or year is that of a law which bore the name before or after it.
"""

from __future__ import annotations

from kb.citation.dates import slip, typed_date
from kb.citation.models import Citation, CitationFault, Suggestion
from kb.language.dates import PartialDate
from kb.model import Document
from kb.model.vocabulary import EventKind


def mistaken_for(citation: Citation, document: Document) -> bool:
    """Whether the day is a slip of the law's own, or the year that in which it came in force."""
    typed, issued = typed_date(citation), document.issued
    if typed:
        return issued.is_day and is_near(typed, issued)
    starts = {event.date.year for event in document.events if event.kind is EventKind.IN_FORCE and event.date.is_known}
    return citation.year is not None and str(citation.year) in starts


def is_near(typed: PartialDate, issued: PartialDate) -> bool:
    """Whether two days differ in one part only, and by no more than a year: older laws bore the names of newer ones."""
    return slip(typed, issued) and abs(int(typed.year) - int(issued.year)) <= 1


def law_day(citation: Citation, document: Document) -> CitationFault:
    """That the law was passed on another day."""
    got = f"ngày {citation.date_typed.surface}" if citation.date_typed else f"năm {citation.year}"
    return CitationFault("law-day", document.issued.in_words, got, "doubt")


def neighbouring_year(citation: Citation, document: Document) -> Suggestion | None:
    """A law of the name passed in the year before or after the one typed: a law often takes effect in the next."""
    issued = document.issued
    if citation.year is None or not issued.is_known or abs(citation.year - int(issued.year)) != 1:
        return None
    return Suggestion(document.id, f"cùng tên, ban hành năm {issued.year}", likely=True)
