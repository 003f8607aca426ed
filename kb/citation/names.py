"""The names by which records are mentioned without a number, as sequences of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kb.citation.models import Citation, CitationKind
from kb.citation.reading import Reading
from kb.corpus.corpus import Corpus
from kb.language.fold import SYLLABLE, normal_word
from kb.language.phrases import words_of

_CLAUSE_ENDS = re.compile(r"[.;:!?…|]|\n\s*\n")
_SHORTENED = frozenset({"tp", "tx", "p", "q"})
"""Words that a full stop shortens and does not end: ``TP. Cần Thơ``."""


class NameTable:
    """Names and the records that bear them; finds the longest names in a text."""

    def __init__(self, names: Iterable[tuple[str, str]], *, fewest_words: int = 2) -> None:
        """`names` are (name, id). One word is too common to be a name, unless the caller says otherwise."""
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._lengths: dict[str, set[int]] = {}
        for name, record_id in names:
            words = words_of(name)
            if len(words) >= fewest_words:
                self._ids.setdefault(words, set()).add(record_id)
                self._lengths.setdefault(words[0], set()).add(len(words))

    @classmethod
    def of_records(cls, corpus: Corpus) -> NameTable:
        """The names of documents, programmes, observances and models."""
        return cls((name, record.id) for record in corpus.records.values() for name in record.names_in_texts)

    @classmethod
    def of_bodies(cls, corpus: Corpus) -> NameTable:
        """The names and abbreviations of bodies."""
        bodies = corpus.bodies.values()
        return cls(
            ((name, body.id) for body in bodies for name in (body.name, *body.aliases, *body.abbreviations)),
            fewest_words=1,
        )

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Start, end and ids of every name, the longest where names overlap, in the order of the text."""
        words = list(map(normal_word, SYLLABLE.findall(text)))
        places = list(map(re.Match.span, SYLLABLE.finditer(text)))
        free = 0
        for index in [place for place, word in enumerate(words) if word in self._lengths]:
            length, ids = self._longest(text, words, places, index) if index >= free else (0, ())
            if length:
                free = index + length
                start, end = places[index][0], places[free - 1][1]
                closes = text[end : end + 1] == "”" and text.count("“", start, end) > text.count("”", start, end)
                yield start, end + closes, ids

    def _longest(
        self, text: str, words: list[str], places: list[tuple[int, int]], index: int
    ) -> tuple[int, tuple[str, ...]]:
        """Length in words of the longest name that begins at `index`, and its records; 0 where none does."""
        for length in sorted(self._lengths[words[index]], reverse=True):
            end = index + length
            ids = self._ids.get(tuple(words[index:end]))
            if ids and end <= len(words) and not _interrupted(text, words[index:end], places[index:end]):
                return length, tuple(sorted(ids))
        return 0, ()


def _interrupted(text: str, words: list[str], places: list[tuple[int, int]]) -> bool:
    """Whether a clause ends between the words: "thực hiện dự án. 8. Kinh phí" names no Dự án 8; 17.8 is a number.

    A bracket that opens in a name closes in it: "danh mục dự án (8 dự án)" names none either.
    """
    last = places[-1][1]
    inside = text[places[0][0] : last]
    opens = inside.rfind("(") > inside.rfind(")") and text[last : last + 1] != ")"
    if opens or not _CLAUSE_ENDS.search(inside):
        return opens
    return any(
        word not in _SHORTENED and text[end:start] != "." and _CLAUSE_ENDS.search(text, end, start)
        for word, ((_, end), (start, _)) in zip(words, pairwise(places), strict=False)
    )


def records_by_name(reading: Reading, names: NameTable) -> list[Citation]:
    """Every mention of a record by name."""
    return [
        Citation(reading.span(start, end), CitationKind.NAMED, candidates=ids)
        for start, end, ids in names.find(reading.plain)
    ]
