"""A sketch of a text, by which near-duplicates are recognised without reading the texts.

One-permutation minwise hashing (Li, Owen & Zhang 2012): the text's adjacent-syllable bigrams are hashed once and
fall into bins; a bin keeps its least hash. The share of equal bins estimates the Jaccard similarity of the texts.
"""

from __future__ import annotations

import itertools
from zlib import crc32

from kb.language.fold import folded, syllables

BINS = 16
"""Bins of a sketch."""
LEAST_EQUAL_BINS = 15
"""At least so many bins of two near-duplicates are equal."""
LEAST_SYLLABLES = 24
"""A shorter text is its own sketch: too few bigrams to fill the bins."""
BIN_DIGITS = 8
"""Hexadecimal digits of a bin: those of a CRC-32."""
FOLDED_KINDS = ("article", "paragraph")
"""Kinds of records that stand behind their near-duplicates; others differ by their numbers and names."""
CONSTANTS = {"BINS": BINS, "LEAST_EQUAL_BINS": LEAST_EQUAL_BINS, "BIN_DIGITS": BIN_DIGITS}
"""What the browser takes over (`indexer.browser.settings`)."""


def sketch(text: str) -> str:
    """The sketch of a text: hexadecimal, `BIN_DIGITS` a bin; of a short text, the text folded."""
    words = syllables(text)
    if len(words) < LEAST_SYLLABLES:
        return folded(" ".join(words))
    least = [0xFFFFFFFF] * BINS
    for hashed in map(crc32, {f"{first} {second}".encode() for first, second in itertools.pairwise(words)}):
        place = hashed % BINS
        if hashed < least[place]:
            least[place] = hashed
    return "".join(f"{value:0{BIN_DIGITS}x}" for value in least)


def alike(one: str, other: str) -> bool:
    """Whether two sketches are those of near-duplicates; an empty sketch is like no other."""
    if len(one) != len(other) or len(one) != BIN_DIGITS * BINS:
        return one == other and bool(one)
    starts = range(0, len(one), BIN_DIGITS)
    equal = sum(one[start : start + BIN_DIGITS] == other[start : start + BIN_DIGITS] for start in starts)
    return equal >= LEAST_EQUAL_BINS
