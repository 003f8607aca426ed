"""Text to terms. One analyser for what is indexed and what is asked.

Four kinds, told apart by a prefix: ``s:`` syllable as written, ``f:`` folded; ``b:`` two adjacent
syllables as written, ``g:`` folded; ``c:`` a compound found by word segmentation. Adjacent-syllable
bigrams carry most of the ranking, because word segmentation is unstable and useless for text typed
without diacritics. Numbers are terms of their own (`indexer.numbers`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from indexer.fold import folded, syllables


def text_terms(text: str) -> Iterator[str]:
    """Syllables and adjacent-syllable bigrams of a text, each as written and folded."""
    words = syllables(text)
    plain = [folded(word) for word in words]
    yield from (f"s:{word}" for word in words)
    yield from (f"f:{word}" for word in plain)
    yield from (f"b:{pair}" for pair in _pairs(words))
    yield from (f"g:{pair}" for pair in _pairs(plain))


def compound_terms(compounds: Iterable[str]) -> Iterator[str]:
    """Terms of segmented words of two syllables or more: ``an ninh`` -> ``c:an_ninh``."""
    for compound in compounds:
        words = syllables(compound)
        if len(words) > 1:
            yield "c:" + "_".join(words)


def _pairs(words: list[str]) -> Iterator[str]:
    return (f"{first}_{second}" for first, second in pairwise(words))
