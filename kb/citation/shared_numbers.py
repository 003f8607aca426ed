"""Bare numbers in front of one that bears the symbol of all: ``các Nghị quyết số 28, 42 và 44-NQ/TW``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.citation.patterns import SHARED, SHARED_BEFORE
from kb.citation.type_words import TypeWord, TypeWords
from kb.number.document_number import DocumentNumber

SHARED_WITHIN = 80
"""Code points of a list of numbers in front of the one that bears the symbol of all."""


@dataclass(frozen=True, slots=True)
class SharedNumbers:
    """Bare numbers behind one type word, and where each stands."""

    type_word: TypeWord
    places: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return self.places[-1][1]

    def each(self, text: str, number: DocumentNumber) -> Iterator[tuple[int, int, DocumentNumber]]:
        """Start and end of each, and the number that it is with the symbol of the last one."""
        for start, end in self.places:
            ordinal, _, year = text[start:end].partition("/")
            yield start, end, replace(number, ordinal=ordinal, year=year or number.year)


def shared_numbers(text: str, types: TypeWords, start: int) -> SharedNumbers | None:
    """The bare numbers in front of one whose symbol is theirs too: ``các Nghị quyết số 28, 42 và 44-NQ/TW``."""
    begin = max(0, start - SHARED_WITHIN)
    before = SHARED_BEFORE.search(text[begin:start])
    type_word = types.before(begin + before.start(), None) if before else None
    if before is None or type_word is None:
        return None
    places = (each.span() for each in SHARED.finditer(before.string, before.start()))
    return SharedNumbers(type_word, tuple((begin + first, begin + end) for first, end in places))
