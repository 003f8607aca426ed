"""Có phải: words of the query that the index does not know, set right from the index's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kb.language.fold import folded, syllables


class Lexicon(Protocol):
    """The part of an engine that knows the index's words."""

    def exists(self, term: str) -> bool: ...

    def lexicon(self, prefix: str) -> Iterator[str]: ...

    def written(self, term: str) -> list[tuple[str, int]]: ...


def suggest(lexicon: Lexicon, query: str) -> str | None:
    """The query with each unknown word replaced by the nearest known one; None when nothing is nearer."""
    words = syllables(query)
    unknown = [word for word in words if word.isalpha() and not lexicon.exists(f"f:{folded(word)}")]
    if not unknown:
        return None
    known = [term[2:] for term in lexicon.lexicon("s:") if term[2:].isalpha()]
    pairs = {term[2:] for term in lexicon.lexicon("b:")}
    corrected: list[str] = []
    for word in words:
        nearest = _nearest(word, known, pairs, corrected[-1] if corrected else "") if word in unknown else word
        corrected.append(nearest or word)
    text = " ".join(corrected)
    return text if text != " ".join(words) else None


def restore(lexicon: Lexicon, query: str) -> str | None:
    """The query with wrong diacritics set right; None when nobody would write it otherwise.

    A word is in doubt when it bears diacritics and stands in no text beside either of its neighbours; it is put as
    it is most often written beside one of them.
    """
    words = syllables(query)
    better = list(words)
    for place, word in enumerate(words):
        around = [pair for pair in ((place - 1, place), (place, place + 1)) if pair[0] >= 0 and pair[1] < len(words)]
        if word == folded(word) or any(lexicon.exists(_pair(words, pair, "b:")) for pair in around):
            continue
        written = [
            (count, form.split("_")[place - first])
            for first, second in around
            for form, count in lexicon.written(_pair([*map(folded, words)], (first, second), "g:"))
            if form.split("_")[first + second - place - first] == words[first + second - place]
        ]
        if written:
            better[place] = max(written)[1]
    return " ".join(better) if better != words else None


def _pair(words: list[str], places: tuple[int, int], kind: str) -> str:
    return f"{kind}{words[places[0]]}_{words[places[1]]}"


def _nearest(word: str, known: list[str], pairs: set[str], before: str) -> str | None:
    """The closest known word; of equals, one that is seen after the word before it."""
    bare = folded(word)
    best: tuple[int, int, str] | None = None
    for candidate in known:
        plain = folded(candidate)
        if abs(len(plain) - len(bare)) > 1:
            continue
        distance = edit_distance(bare, plain)
        if distance <= (1 if len(bare) < 6 else 2):
            rank = (distance, 0 if f"{before}_{candidate}" in pairs else 1, candidate)
            best = min(best, rank) if best else rank
    return best[2] if best else None


def edit_distance(a: str, b: str) -> int:
    """Damerau-Levenshtein distance, adjacent swaps counted once."""
    previous: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, previous, row = previous, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
