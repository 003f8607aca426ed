"""The documents of registers that somebody asks for: by number, by ordinal and year, or by the name of a law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import LAW_TYPES
from kb.register.describing import entries_of_ordinal
from kb.register.entry import RegisterEntry
from kb.register.layers import LayerRegister
from kb.review.outside_laws import fitting_laws, laws_named

Entry = tuple[LayerRegister, RegisterEntry]
Entries = Iterator[Entry]
_OTHER_DAYS = "không văn bản nào mang số ấy ban hành ngày {}: xem lại ngày"


def entries_cited(registers: Sequence[LayerRegister], citation: Citation) -> Entries:
    """The documents that a citation means; of a number without its symbol all that bear it in its year."""
    if citation.number:
        yield from ((held, entry) for held in registers for entry in held.register.numbered(citation.number))
    elif citation.kind is CitationKind.NUMBERED:
        ordinal, _, year = (citation.canonical or "").partition("/")
        day = typed_date(citation)
        if year or day:
            yield from entries_of_ordinal(registers, ordinal, year or str(day)[:4], citation.type_name or "")
    elif citation.title and citation.type_name in LAW_TYPES:
        yield from _laws(registers, citation)


def of_the_day(citation: Citation, entries: Sequence[Entry]) -> tuple[Sequence[Entry], str]:
    """Of a number without its symbol those of the day typed; where none is, all of them and a sentence that says so."""
    day = typed_date(citation)
    if citation.number or day is None or not entries:
        return entries, ""
    same = [(held, entry) for held, entry in entries if str(day) in entry.days]
    return (same, "") if same else (entries, _OTHER_DAYS.format(day.shown))


def _laws(registers: Sequence[LayerRegister], citation: Citation) -> Entries:
    """The laws of the name typed that its day or year leaves."""
    for held in registers:
        yield from ((held, law) for law in fitting_laws(laws_named(held, citation), citation))
