"""The documents of a corpus that may have been meant by a citation, looked up: by number but for a slip, or by title.

What is looked up is more than what is offered (`kb.citation.nearest` compares each), and never grows with the corpus: a
number has so many slips, and words that many titles share tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from kb.citation.edits import DIGITS, edits
from kb.citation.models import Citation
from kb.corpus.lookup import number_of
from kb.language.phrases import words_of
from kb.model import UNKNOWN, Document
from kb.number.document_number import DocumentNumber

MOST_BEARERS = 20
"""Titles with a pair of adjacent words in common: a pair that more titles have finds none of them."""
MOST_PAIRS = 40
"""Pairs of a title that are looked up."""
_Key = tuple[str, str, str]
"""Letters of the symbol, ordinal, year."""


class Candidates:
    """Looks documents of one corpus up. Each table is made when it is first asked for."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)

    def of(self, citation: Citation) -> Iterator[Document]:
        """Every document that may be a near miss, each once."""
        found = dict.fromkeys((*self._slipped(citation.number), *self._titled(citation)))
        return (self._documents[place] for place in found)

    def of_ordinal(self, type_name: str | None, ordinal: str) -> Iterator[Document]:
        """The documents of a type that bear an ordinal, without its leading noughts."""
        return (self._documents[place] for place in self._ordinals.get((type_name or "", ordinal), ()))

    def _slipped(self, number: DocumentNumber | None) -> Iterator[int]:
        for key in slips(number_key(number), self._letters, self._years) if number else ():
            yield from self._numbers.get(key, ())

    def _titled(self, citation: Citation) -> Iterator[int]:
        typed = words_of(citation.title.surface) if citation.title else ()
        for pair in list(dict.fromkeys(pairwise(typed)))[:MOST_PAIRS]:
            bearing = self._pairs.get(pair, ())
            if len(bearing) <= MOST_BEARERS:
                yield from bearing

    @cached_property
    def _numbers(self) -> dict[_Key, list[int]]:
        found: dict[_Key, list[int]] = {}
        for place, document in enumerate(self._documents):
            if number := number_of(document):
                found.setdefault(number_key(number), []).append(place)
        return found

    @cached_property
    def _letters(self) -> str:
        """The letters of all symbols."""
        return "".join(sorted({letter for letters, _, _ in self._numbers for letter in letters}))

    @cached_property
    def _years(self) -> tuple[str, ...]:
        """The years of all numbers."""
        return tuple(sorted({year for _, _, year in self._numbers}))

    @cached_property
    def _ordinals(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for (_, ordinal, _), places in self._numbers.items():
            for place in places:
                found.setdefault((self._documents[place].type.label, ordinal), []).append(place)
        return found

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        """Pairs of adjacent words -> places of the documents whose titles have them, one more than are looked at."""
        found: dict[tuple[str, str], list[int]] = {}
        for place, document in enumerate(self._documents):
            if document.title == UNKNOWN:
                continue
            for pair in set(pairwise(words_of(document.title))):
                bearing = found.get(pair)
                if bearing is None:
                    found[pair] = [place]
                elif len(bearing) <= MOST_BEARERS:
                    bearing.append(place)
        return found


def number_key(number: DocumentNumber) -> _Key:
    """What numbers are looked up by: a number without signs, letter case and leading noughts."""
    return re.sub(r"\W", "", number.symbol).upper(), number.ordinal.lstrip("0"), number.year or ""


def slips(key: _Key, letters: str, years: Iterable[str]) -> Iterator[_Key]:
    """The number itself and each that one slip makes of it: in its ordinal, its year, or its letters.

    A year may be left out, or added where there should be none: then it is one of `years`.
    """
    symbol, ordinal, year = key
    yield key
    yield from ((symbol, slipped, year) for slipped in edits(ordinal, DIGITS))
    yield from ((symbol, ordinal, slipped) for slipped in (edits(year, DIGITS) if year else years))
    if year:
        yield symbol, ordinal, ""
    yield from ((slipped, ordinal, year) for slipped in edits(symbol, letters))
