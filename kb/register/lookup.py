"""Looks documents up in the compiled register: bytes in, entries out; nothing is loaded that is not asked for.

Pure Python, so that it can run in a browser over the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from mmap import mmap

from kb.language.law_names import law_words
from kb.language.phrases import words_of
from kb.number.document_number import DocumentNumber
from kb.register.entry import LAWS, RegisterEntry
from kb.register.sorted_lines import lines_beginning, lines_of
from kb.register.sources import RegisterSource, Sources

SOURCE, LAW, KNOWN = "!source", "~", "?"
"""What the key of a line begins with that is no document by its number: a source, a law by its name, a bare number."""
_TYPES = tuple(sorted(map(words_of, LAWS), key=len, reverse=True))
"""The words of the types of laws, the longest first."""


class Register:
    """Documents by number and laws by name."""

    def __init__(self, data: bytes | mmap) -> None:
        """`data` is what `kb.register.compiled.compiled` gives."""
        self._data = data

    def __bool__(self) -> bool:
        return bool(self.sources)

    @cached_property
    def sources(self) -> Sources:
        """The sources by their codes."""
        found = (RegisterSource.parse(line) for line in self._lines(SOURCE))
        return {source.code: source for source in found}

    def numbered(self, number: DocumentNumber) -> list[RegisterEntry]:
        """The documents that bear a number; those with its very marks, else those that differ in marks alone."""
        found = [RegisterEntry.parse(line) for line in self._lines(number.folded_key)]
        same = [entry for entry in found if entry.parsed.match_key == number.match_key]
        return same or found

    def of_ordinal(self, ordinal: str, year: str) -> list[RegisterEntry]:
        """The documents of an ordinal in a year, of every type and body; a register in shards knows none of them."""
        begun = f"{ordinal.lstrip('0') or '0'}|{year}|".lower()
        return [RegisterEntry.parse(line.decode()) for line in lines_beginning(self._data, begun.encode())]

    def named(self, name: str) -> list[RegisterEntry]:
        """The laws, codes and ordinances of a name, with or without its type word."""
        return [RegisterEntry.parse(line) for line in self._lines(law_key(name))]

    def is_known(self, number: DocumentNumber) -> bool:
        """Whether a list holds the number, without a day."""
        return any(True for _ in self._lines(KNOWN + number.folded_key))

    def _lines(self, key: str) -> Iterator[str]:
        return (line.decode() for line in lines_of(self._data, key.encode()))


def law_key(name: str) -> str:
    """The key of a law by its name: its words (`kb.language.law_names`) without the type word."""
    words = law_words(name)
    for law in _TYPES:
        if words[: len(law)] == law:
            words = words[len(law) :]
            break
    return LAW + " ".join(words)
