"""Có phải: words of the query that the index does not know, set right from the index's own words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Protocol

from indexer.fold import folded, syllables


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
    """The query with wrong diacritics set right: of a pair of words that nobody writes so, the way it is written."""
    words = syllables(query)
    better = list(words)
    for place, (first, second) in enumerate(itertools.pairwise(words)):
        pair = f"{first}_{second}"
        if pair == folded(pair) or lexicon.exists(f"b:{pair}"):
            continue
        forms = lexicon.written(f"g:{folded(pair)}")
        kept = [form for form in forms if better[place] == first or form[0].startswith(f"{better[place]}_")]
        if kept:
            better[place : place + 2] = max(kept, key=lambda form: form[1])[0].split("_")
    return " ".join(better) if better != words else None


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
