"""Có phải: words of the query that the index does not know, corrected from the index's own words."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.engines.port import Index, IndexTerm
from indexer.query.numbers import ABBREVIATIONS
from kb.language.fold import folded, syllables

FEWEST_LETTERS = 2
"""Letters of a word that is corrected."""
LONG_WORD = 6
"""Letters from which a word may have `MOST_SLIPS`; a shorter one may have one less."""
MOST_SLIPS = 2
"""Letters added, left out, replaced, or adjacent ones swapped, between a word and its correction."""
MOST_LENGTH_DIFFERENCE = 1
"""Letters by which a correction may be longer or shorter."""
CONSTANTS = {
    "fewestLetters": FEWEST_LETTERS,
    "longWord": LONG_WORD,
    "mostSlips": MOST_SLIPS,
    "mostLengthDifference": MOST_LENGTH_DIFFERENCE,
    "abbreviations": list(ABBREVIATIONS),
}
"""What the browser's suggestions take over (`indexer.browser.settings`)."""


def suggest(index: Index, query: str) -> str | None:
    """The query with each unknown word replaced by the nearest known one; None when nothing is near."""
    words = syllables(query)
    unknown = _unknown(index, words)
    if not unknown:
        return None
    known = [(word, folded(word)) for word in (term[2:] for term in index.lexicon("s:")) if word.isalpha()]
    corrected: list[str] = []
    for word in words:
        near = _nearest(word, known) if word in unknown else []
        corrected.append(_after(index, corrected[-1:], near) if near else word)
    return " ".join(corrected) if corrected != words else None


def _unknown(index: Index, words: list[str]) -> set[str]:
    """The words of letters that stand in no record, whatever their diacritics; any letter is a slip of a lone one.

    The abbreviation of a type is no slip of another's, also where no record has it: ``nq 51``.
    """
    typed = (word for word in words if word.isalpha() and len(word) >= FEWEST_LETTERS)
    terms = {word: f"f:{bare}" for word in typed if (bare := folded(word)) not in ABBREVIATIONS}
    known = index.look_up(set(terms.values()))
    return {word for word, term in terms.items() if term not in known}


def _nearest(word: str, known: list[tuple[str, str]]) -> list[str]:
    """The closest of the known words (as written, folded), compared folded; several when they are equally close.

    The distance is that of optimal string alignment: a swap of adjacent letters is one slip.
    """
    from rapidfuzz.distance import OSA  # loaded only where a word is unknown

    bare = folded(word)
    least = MOST_SLIPS if len(bare) >= LONG_WORD else MOST_SLIPS - 1
    near: list[str] = []
    for candidate, plain in known:
        if abs(len(plain) - len(bare)) > MOST_LENGTH_DIFFERENCE:
            continue
        distance = OSA.distance(bare, plain, score_cutoff=least)
        if distance < least:
            least, near = distance, []
        if distance == least:
            near.append(candidate)
    return near


def _after(index: Index, before: list[str], near: list[str]) -> str:
    """Of equally close words one that is seen after the word before it; of those, the first by its letters."""
    pairs = {candidate: f"b:{word}_{candidate}" for word in before for candidate in near}
    seen = index.look_up(pairs.values())
    return min(near, key=lambda candidate: (pairs.get(candidate) not in seen, candidate))


def restore(index: Index, query: str) -> str | None:
    """The query with wrong diacritics set right; None when nobody would write it otherwise.

    A word is in doubt when it bears diacritics and stands in no text beside either of its neighbours; it is put as
    it is most often written beside one of them.
    """
    words = syllables(query)
    doubtful = _doubtful(index, words)
    if not doubtful:
        return None
    usual = _usual(index, words, doubtful)
    better = [usual.get(place, word) for place, word in enumerate(words)]
    return " ".join(better) if better != words else None


def _doubtful(index: Index, words: list[str]) -> list[int]:
    """The places of words with diacritics that stand in no text beside a neighbour as typed."""
    marked = [place for place, word in enumerate(words) if word != folded(word)]
    pairs = {place: {_pair(words, pair, "b:") for pair in _beside(words, place)} for place in marked}
    seen = index.look_up(set().union(*pairs.values()))
    return [place for place in marked if pairs[place].isdisjoint(seen)]


def _beside(words: list[str], place: int) -> list[tuple[int, int]]:
    """The pairs of adjacent places that a place is part of."""
    return [(first, first + 1) for first in (place - 1, place) if first >= 0 and first + 1 < len(words)]


def _usual(index: Index, words: list[str], places: list[int]) -> dict[int, str]:
    """The word at each place as most records write it beside one of its neighbours; no entry where none does."""
    plain = [folded(word) for word in words]
    beside = [(place, pair, _pair(plain, pair, "g:")) for place in places for pair in _beside(words, place)]
    lookalikes = index.look_up({term for _, _, term in beside})
    found: dict[int, tuple[int, str]] = {}
    for place, pair, term in beside:
        if term in lookalikes:
            found[place] = max([found.get(place, (0, "")), *_written(words, place, pair, lookalikes[term])])
    return {place: word for place, (count, word) in found.items() if count}


def _written(words: list[str], place: int, pair: tuple[int, int], term: IndexTerm) -> Iterator[tuple[int, str]]:
    """How the word at a place is written beside its neighbour as typed: (records, word)."""
    first, second = pair
    neighbour = first + second - place
    for form, count in term.written():
        parts = form.split("_")
        if parts[neighbour - first] == words[neighbour]:
            yield count, parts[place - first]


def _pair(words: list[str], places: tuple[int, int], kind: str) -> str:
    return f"{kind}{words[places[0]]}_{words[places[1]]}"
