"""When a document was issued, as far as its record or its number tells."""

from __future__ import annotations

from kb.corpus.lookup import number_of
from kb.errors import InvalidNumber
from kb.language.dates import PartialDate
from kb.model import Document
from kb.number.document_number import DocumentNumber


def year_of_number(document: Document) -> int | None:
    """The year that the document's number states: 2021 of ``124/2021/TT-BCA``, None of ``1497/QĐ-TTg``."""
    number = number_of(document)
    return int(number.year) if number and number.year else None


def year_in(number: str) -> int | None:
    """The year that a number states as it stands in a file; None where it states none, or is no number."""
    try:
        year = DocumentNumber.parse(number).year
    except InvalidNumber:
        return None
    return int(year) if year else None


def issue_of(document: Document) -> PartialDate:
    """The date of issue, else the year that the number states, else unknown."""
    year = year_of_number(document)
    if document.issued.is_known or not year:
        return document.issued
    return PartialDate.parse(f"{year:04}")
