"""What of a citation could not be compared with the record that it means: a number alone confirms little."""

from __future__ import annotations

from enum import Enum

from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationKind
from kb.citation.resolve import Resolver
from kb.corpus.checkable import checkable_events
from kb.model import Document


class Gap(Enum):
    """Which of the two days is missing, or what keeps them from telling anything."""

    NOT_RECORDED = "kho chưa có ngày ban hành của văn bản này"
    UNCHECKABLE = "kho chỉ biết văn bản này qua nguồn mà người đọc không mở lại được"
    UNREAD = "ngày ghi sau số hiệu không đọc được là ngày nào"
    NOT_TYPED = "chưa ghi ngày ban hành"


def uncompared(resolver: Resolver, citation: Citation, document: Document) -> Gap | None:
    """Why the day could not be compared; None where it was, or where number and year, name or title settle it."""
    if citation.kind is not CitationKind.NUMBERED:
        return None
    if document.events and not checkable_events(document):
        return Gap.UNCHECKABLE
    if typed_date(citation):
        return None if document.issued.is_day else Gap.NOT_RECORDED
    if citation.date_typed:  # no day of the calendar: beside one that is recorded it is a fault
        return None if document.issued.is_known else Gap.UNREAD
    if citation.date_unread and citation.month is None:
        return Gap.UNREAD
    return None if bears_year(citation) or resolver.titled(citation, document) else Gap.NOT_TYPED


def bears_year(citation: Citation) -> bool:
    """Whether the number is given once and for all: with its year (``124/2021/TT-BCA``, ``TT 01/2018``)."""
    if citation.kind is not CitationKind.NUMBERED:
        return False
    return citation.number.year is not None if citation.number else "/" in (citation.canonical or "")
