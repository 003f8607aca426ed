"""The documents of registers that somebody asks for: by number, by ordinal and year, or by the name of a law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import LAW_TYPES
from kb.register.entry import RegisterEntry
from kb.register.layers import LayerRegister
from kb.review.outside_laws import fitting_laws, laws_named

Entries = Iterator[tuple[LayerRegister, RegisterEntry]]


def entries_cited(registers: Sequence[LayerRegister], citation: Citation) -> Entries:
    """The documents that a citation means; of a number without its symbol all that bear it in its year."""
    if citation.number:
        yield from ((held, entry) for held in registers for entry in held.register.numbered(citation.number))
    elif citation.kind is CitationKind.NUMBERED:
        ordinal, _, year = (citation.canonical or "").partition("/")
        if year:
            yield from entries_of_ordinal(registers, ordinal, year, citation.type_name or "")
    elif citation.title and citation.type_name in LAW_TYPES:
        yield from _laws(registers, citation)


def _laws(registers: Sequence[LayerRegister], citation: Citation) -> Entries:
    """The laws of the name typed that its day or year leaves."""
    for held in registers:
        yield from ((held, law) for law in fitting_laws(laws_named(held, citation), citation))


def entries_of_ordinal(registers: Sequence[LayerRegister], ordinal: str, year: str, type_name: str) -> Entries:
    """The documents that bear an ordinal of a year, of one type or, where `type_name` is empty, of every type."""
    for held in registers:
        entries = held.register.of_ordinal(ordinal, year)
        yield from ((held, entry) for entry in entries if type_name in ("", entry.type))
