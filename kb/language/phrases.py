"""Known phrases, found by their words: the longest that begins at a place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import resources

from kb.language.fold import SYLLABLE, composed, normal_word

_WORD_HERE = re.compile(r"[\s,;&/()-]{0,60}(\w+)")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name as names are compared (`kb.language.fold.normal`); punctuation does not count."""
    return tuple(normal_word(word) for word in SYLLABLE.findall(composed(text)))


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
            branch = node.get(normal_word(match[1]))
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
