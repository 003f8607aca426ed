"""Known phrases, found by their words: the longest that begins at a place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

WORD = re.compile(r"\w+")

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
_WORD_HERE = re.compile(r"[\s,;&/()-]{0,60}(\w+)")


@lru_cache(maxsize=50_000)
def same_word(word: str) -> str:
    """A word as names are compared: NFC, lower case, one placement of the tone mark."""
    plain = unicodedata.normalize("NFC", word).replace("Ð", "Đ").lower()
    return _PLACEMENT.sub(lambda m: _OLD_PLACEMENT[m.group()], plain)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name; punctuation between them does not count."""
    return tuple(same_word(word) for word in WORD.findall(text))


class Phrases:
    """A set of phrases as a tree of words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._tree: _Node = {}
        for phrase in phrases:
            node = self._tree
            for word in words_of(phrase):
                node = node.setdefault(word, {})
            node[_END] = {}

    def end(self, text: str, position: int) -> int | None:
        """Where the longest phrase that begins at `position` of `text` ends; None where none begins.

        Between the words there may be white space and the punctuation of names, never the end of a sentence.
        """
        node, end, longest = self._tree, position, None
        while node:
            match = _WORD_HERE.match(text, end)
            if match is None or (end == position and match.start(1) != position):
                break
            branch = node.get(same_word(match[1]))
            if branch is None:
                break
            node, end = branch, match.end()
            if _END in node:
                longest = end
        return longest


_END = ""
_Node = dict[str, "_Node"]


def lexicon(name: str) -> Phrases:
    """The phrases of a word list of this package: ``laws`` or ``bodies``."""
    return Phrases(phrases_in(name))


def phrases_in(name: str) -> list[str]:
    """The lines of a word list of this package, in the letter case of official texts."""
    lines = resources.files("kb.language").joinpath("lexicon").joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
