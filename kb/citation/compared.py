"""What of a citation could not be compared with the record that it means: a number alone confirms little."""

from __future__ import annotations

from enum import Enum

from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import OF_ONE_BODY
from kb.citation.resolve import Resolver
from kb.corpus.checkable import checkable_events
from kb.model import Document


class Gap(Enum):
    """Which of the two days is missing, or what keeps them from telling anything."""

    NOT_RECORDED = "kho chưa có ngày ban hành của văn bản này"
    UNCHECKABLE = "kho chỉ biết văn bản này qua nguồn mà người đọc không mở lại được"
    UNREAD = "ngày ghi sau số hiệu không đọc được là ngày nào"
    NOT_TYPED = "chưa ghi ngày ban hành"
    OF_LAST = "ngày ghi sau số cuối của danh sách, chưa rõ có là ngày của số này không"


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
    return None if bears_year(citation) or resolver.titled(citation, document) else undated(citation)


def undated(citation: Citation) -> Gap:
    """Why a citation has no day of its own."""
    return Gap.OF_LAST if citation.date_of_last else Gap.NOT_TYPED


def bears_year(citation: Citation) -> bool:
    """Whether the number is given once and for all: with its year (``124/2021/TT-BCA``, ``NĐ 01/2018``).

    Without its symbol it is given once by a body: every ministry has its ``Thông tư 124/2021``.
    """
    if citation.kind is not CitationKind.NUMBERED:
        return False
    if citation.number:
        return citation.number.year is not None
    told = citation.type_name in OF_ONE_BODY or citation.issuer_typed is not None
    return told and "/" in (citation.canonical or "")
