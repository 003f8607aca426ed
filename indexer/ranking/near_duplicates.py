"""A sketch of a text, by which near-duplicates know each other without being read.

One-permutation minwise hashing (Li, Owen & Zhang 2012): the text's adjacent-syllable bigrams are hashed once and
fall into bins; a bin keeps its least hash. The share of equal bins estimates the Jaccard similarity of the texts.
"""

from __future__ import annotations

import itertools
from zlib import crc32

from kb.language.fold import folded, syllables

BINS = 16
ALIKE = 15
"""So many bins of two near-duplicates are equal."""
LEAST = 24
"""A shorter text, in syllables, is its own sketch: too few bigrams to fill the bins."""


def sketch(text: str) -> str:
    """The sketch of a text: hexadecimal, eight digits a bin."""
    words = syllables(text)
    if len(words) < LEAST:
        return folded(" ".join(words))
    least = [0xFFFFFFFF] * BINS
    for hashed in map(crc32, {f"{first} {second}".encode() for first, second in itertools.pairwise(words)}):
        place = hashed % BINS
        if hashed < least[place]:
            least[place] = hashed
    return "".join(f"{value:08x}" for value in least)


def alike(one: str, other: str) -> bool:
    """Whether two sketches are of near-duplicates."""
    if len(one) != len(other) or len(one) != 8 * BINS:
        return one == other and bool(one)
    equal = sum(one[start : start + 8] == other[start : start + 8] for start in range(0, len(one), 8))
    return equal >= ALIKE
