"""The documents of a corpus that may have been meant by a citation: by number but for a slip, by title, or by day.

What is looked up is more than what is offered (`kb.citation.nearest` compares each), and never grows with the corpus: a
number has so many slips, and words that many titles share tell nothing. Without a title only the day can tell that
another number was meant, or a letter for its last figure, so only the documents of that day or figure are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from kb.citation.dates import typed_date
from kb.citation.edits import DIGITS, edits, one_edit
from kb.citation.models import Citation
from kb.citation.patterns import LAW_TYPES
from kb.corpus.lookup import number_of
from kb.language.dates import PartialDate
from kb.language.phrases import words_of
from kb.model import UNKNOWN, Document
from kb.number.document_number import DocumentNumber

MOST_BEARERS = 20
"""Titles with a pair of adjacent words in common: a pair that more titles have finds none of them."""
MOST_PAIRS = 40
"""Pairs of a title that are looked up."""
_SIGN = re.compile(r"\W")
_LAST_B = re.compile(r"(?<=\d)B$")
_Key = tuple[str, str, str]
"""Letters of the symbol, ordinal, year."""


class Candidates:
    """Looks documents of one corpus up. Each table is made when it is first asked for."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        self._near: dict[str, tuple[str, ...]] = {}
        self._near_years: dict[str, tuple[str, ...]] = {}

    def of(self, citation: Citation) -> Iterator[Document]:
        """Every document that may be a near miss, each once."""
        if citation.title or citation.type_name in LAW_TYPES:  # a law has its title in front of its number
            found = dict.fromkeys((*self._slipped(citation.number), *self._titled(citation)))
        else:
            found = dict.fromkeys((*self._of_day(typed_date(citation)), *self._scanned(citation.number)))
        return (self._documents[place] for place in found)

    def of_ordinal(self, type_name: str | None, ordinal: str) -> Iterator[Document]:
        """The documents of a type that bear an ordinal, without its leading noughts."""
        return (self._documents[place] for place in self._ordinals.get((type_name or "", ordinal), ()))

    def _slipped(self, number: DocumentNumber | None) -> Iterator[int]:
        """Those whose number one slip makes of this one: in its ordinal, its year, or its letters.

        A year may be left out, or added where there should be none.
        """
        if number is None:
            return
        symbol, ordinal, year = number_key(number)
        if series := self._series.get((symbol, year)):
            for slipped in (ordinal, *edits(ordinal, DIGITS)):
                yield from series.get(slipped, ())
        others = [(near, year) for near in self._near_symbols(symbol)]
        others += [(symbol, near) for near in self._slips_of_year(year)]
        for other in others:
            yield from self._series.get(other, {}).get(ordinal, ())

    def _scanned(self, number: DocumentNumber | None) -> Iterator[int]:
        """Those whose last figure a scanner may have read as a letter."""
        if number is not None:
            symbol, ordinal, year = number_key(number)
            yield from self._series.get((symbol, year), {}).get(scanned(ordinal), ())

    def _titled(self, citation: Citation) -> Iterator[int]:
        typed = words_of(citation.title.surface) if citation.title else ()
        for pair in list(dict.fromkeys(pairwise(typed)))[:MOST_PAIRS]:
            bearing = self._pairs.get(pair, ())
            if len(bearing) <= MOST_BEARERS:
                yield from bearing

    def _of_day(self, day: PartialDate | None) -> Iterator[int]:
        """Those issued on a day, or in a month or year that holds it and is all that is known."""
        known = str(day) if day else ""
        for part in {known, known[:7], known[:4]} - {""}:
            yield from self._days.get(part, ())

    def _near_symbols(self, symbol: str) -> tuple[str, ...]:
        """The symbols of the corpus that one slip makes of a symbol. Remembered: a text has few."""
        if symbol not in self._near:
            self._near[symbol] = tuple(other for other in self._symbols if one_edit(symbol, other))
        return self._near[symbol]

    def _slips_of_year(self, year: str) -> tuple[str, ...]:
        """The years of the corpus that one slip makes of a year; it may be left out, or added. Remembered, too."""
        if year not in self._near_years:
            near = (other for other in self._years if not year or not other or one_edit(year, other))
            self._near_years[year] = tuple(near)
        return self._near_years[year]

    @cached_property
    def _series(self) -> dict[tuple[str, str], dict[str, list[int]]]:
        """Symbol and year -> ordinal -> places of the documents."""
        found: dict[tuple[str, str], dict[str, list[int]]] = {}
        for place, document in enumerate(self._documents):
            if number := number_of(document):
                symbol, ordinal, year = number_key(number)
                found.setdefault((symbol, year), {}).setdefault(ordinal, []).append(place)
        return found

    @cached_property
    def _symbols(self) -> tuple[str, ...]:
        return tuple({symbol: None for symbol, _ in self._series})

    @cached_property
    def _years(self) -> tuple[str, ...]:
        """The years of all numbers, and none."""
        return tuple(sorted({year for _, year in self._series}))

    @cached_property
    def _days(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, document in enumerate(self._documents):
            if document.issued.is_known:
                found.setdefault(str(document.issued), []).append(place)
        return found

    @cached_property
    def _ordinals(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for place, document in enumerate(self._documents):
            if number := number_of(document):
                found.setdefault((document.type.label, number_key(number)[1]), []).append(place)
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
    return _SIGN.sub("", number.symbol).upper(), number.ordinal.lstrip("0"), number.year or ""


def scanned(ordinal: str) -> str:
    """An ordinal with 8 for the B at its end, which is a scanner's reading of it or the letter of a series."""
    return _LAST_B.sub("8", ordinal)
