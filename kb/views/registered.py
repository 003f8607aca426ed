"""Which document of the register a page means, where the corpus holds none: its name leads to a light page."""

from __future__ import annotations

import re
from collections.abc import Collection

from kb.corpus.lookup import number_of
from kb.errors import InvalidNumber
from kb.language.dates import PartialDate
from kb.language.fold import folded
from kb.model import Document
from kb.model.vocabulary import DocumentType
from kb.number.document_number import DocumentNumber
from kb.register.entry import LAWS, RegisterEntry
from kb.register.sources import is_weak
from kb.review.local import is_local
from kb.views.site_snapshot import SiteSnapshot

FOLDER = "so-dang-ky/"
_OF_ASSEMBLY = ("QH", "UBTVQH")
"""Symbols that laws and resolutions share: one number is of both."""


def registered(
    snapshot: SiteSnapshot, number: str, told: PartialDate, types: Collection[str] = ()
) -> RegisterEntry | None:
    """The one document of the register that bears a number, on the day told, of one of the types, if any are told.

    None where the corpus may hold it, where several fit, and where the number alone does not tell: it bears no year, is
    given anew in every province, or is of laws and resolutions alike.
    """
    try:
        asked = DocumentNumber.parse(number)
    except InvalidNumber:
        return None
    if not _tells(asked, told, types) or _may_be_held(snapshot, asked, told, types):
        return None
    entries = snapshot.register.numbered(asked)
    fitting = [e for e in entries if _is_of(told, e.days) and (not types or e.type in types)]
    return fitting[0] if len(fitting) == 1 else None


def peers(document: Document) -> tuple[str, ...]:
    """The types of what changes a document, or is changed by it, as far as its own type tells."""
    label = document.type.label
    return LAWS if label in LAWS else (label,) if document.type is DocumentType.NGHI_QUYET else ()


def heading(snapshot: SiteSnapshot, entry: RegisterEntry) -> str:
    """Type and number; a law bears its name in front, but none that a single citing text gives."""
    sure = not is_weak(snapshot.register.sources, entry.title.codes)
    return entry.short_name if sure else f"{entry.type} số {entry.number}"


def address(entry: RegisterEntry) -> str:
    """``so-dang-ky/nghi-dinh-30-2020-nd-cp-2020-03-05/``: type, number and day, which are the key of a document."""
    words = folded(f"{entry.type} {entry.number} {entry.days[0]}")
    return f"{FOLDER}{re.sub(r'[^a-z0-9]+', '-', words).strip('-')}/"


def _tells(asked: DocumentNumber, told: PartialDate, types: Collection[str]) -> bool:
    """Whether the number tells one document, with what is told beside it."""
    if asked.symbol.startswith(_OF_ASSEMBLY) and not (types or told.is_day):
        return False
    return not is_local(asked) and (told.is_known or asked.year is not None)


def _may_be_held(snapshot: SiteSnapshot, asked: DocumentNumber, told: PartialDate, types: Collection[str]) -> bool:
    """Whether a record bears the number, and neither day nor type says that another document is meant."""
    for i in snapshot.corpus.by_number.get(asked.match_key, ()):
        document = snapshot.corpus.documents[i]
        own = number_of(document)
        of_day = not document.issued.is_known or _is_of(told, (str(document.issued),))
        if own and own.match_key == asked.match_key and of_day and (not types or document.type.label in types):
            return True
    return False


def _is_of(told: PartialDate, days: Collection[str]) -> bool:
    """Whether one of some ISO days is the day told, or lies in the month or year told."""
    return not told.is_known or any(day.startswith(str(told)) for day in days)
