"""The names by which records are mentioned without a number, as sequences of words."""

from __future__ import annotations

import re
import unicodedata

from kb.citation.patterns import WORD
from kb.corpus import Corpus
from kb.model import Document, Model, Observance, Programme

# Old and new placement of the tone mark, one form: hoá/hóa, uỷ/ủy, thuý/thúy.
_OLD_PLACEMENT = {
    f"{glide}{new}": f"{old}{bare}"
    for glide, bare, news, olds in (
        ("o", "a", "àáảãạ", "òóỏõọ"),
        ("o", "e", "èéẻẽẹ", "òóỏõọ"),
        ("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
    )
    for new, old in zip(news, olds, strict=True)
}
_PLACEMENT = re.compile("|".join(f"(?<!q){pair}$" for pair in _OLD_PLACEMENT))


def same_word(word: str) -> str:
    """A word as names are compared: NFC, lower case, one placement of the tone mark."""
    plain = unicodedata.normalize("NFC", word).replace("Ð", "Đ").lower()
    return _PLACEMENT.sub(lambda m: _OLD_PLACEMENT[m.group()], plain)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name; punctuation between them does not count."""
    return tuple(same_word(word) for word in WORD.findall(text))


class NameTable:
    """Finds the longest known name at the start of a list of words."""

    def __init__(self, corpus: Corpus) -> None:
        self._ids: dict[tuple[str, ...], set[str]] = {}
        self._lengths: dict[str, set[int]] = {}
        for record in corpus.records.values():
            for name in _names(record):
                self._add(words_of(name), record.id)
        self.longest_name = max((len(name) for name in self._ids), default=0)

    def _add(self, name: tuple[str, ...], record_id: str) -> None:
        if len(name) < 2:  # one word is too common to be a name
            return
        self._ids.setdefault(name, set()).add(record_id)
        self._lengths.setdefault(name[0], set()).add(len(name))

    def longest(self, words: list[str]) -> tuple[int, tuple[str, ...]]:
        """Length in words of the longest name that begins `words`, and its records; 0 where none does."""
        first = words[0] if words else ""
        for length in sorted(self._lengths.get(first, ()), reverse=True):
            ids = self._ids.get(tuple(words[:length]))
            if ids and len(words) >= length:
                return length, tuple(sorted(ids))
        return 0, ()


def _names(record: object) -> tuple[str, ...]:
    if isinstance(record, Document):
        return record.aliases
    if isinstance(record, (Programme, Observance, Model)):
        return (record.name, *record.aliases)
    return ()
