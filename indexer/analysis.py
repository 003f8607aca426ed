"""Text to terms. One analyser for what is indexed and what is asked.

A text has three kinds of terms, distinguished by a prefix: ``s:`` a syllable, ``b:`` two adjacent syllables, ``c:`` a
compound found by word segmentation, each as written (`kb.language.fold.normal`). Adjacent-syllable bigrams carry most
of the ranking, because word segmentation is unstable and useless for text typed without diacritics. Numbers,
definitions, names and facets (`indexer.query`) are terms of their own.

The folded forms are not indexed: the lexicon keeps the written forms of one folded form side by side, so that a
query's ``f:`` (folded syllable) and ``g:`` (folded bigram) are the union of what is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from kb.language.fold import folded, syllables

SEPARATOR = "\0"
"""Between the folded form and the written one in a key; sorts below every letter."""
FOLDED = {"f:": "s:", "g:": "b:"}
"""A query's folded kinds -> the kind that is indexed."""


def text_terms(text: str) -> list[str]:
    """Syllables and adjacent-syllable bigrams of a text, as written."""
    words = syllables(text)
    return [*(f"s:{word}" for word in words), *(f"b:{first}_{second}" for first, second in pairwise(words))]


def compound_terms(compounds: Iterable[str]) -> Iterator[str]:
    """Terms of segmented words of two syllables or more: ``an ninh`` -> ``c:an_ninh``."""
    for compound in compounds:
        words = syllables(compound)
        if len(words) > 1:
            yield "c:" + "_".join(words)


def key_of(term: str) -> str:
    """Where a term stands in the lexicon: ``s:đường`` -> ``s:duong`` NUL ``đường``; a form without marks once."""
    if term[:2] not in ("s:", "b:"):
        return term + SEPARATOR
    bare = "_".join(map(_folded_syllable, term[2:].split("_")))
    return f"{term[:2]}{bare}{SEPARATOR}{'' if bare == term[2:] else term[2:]}"


def lexicon_place(term: str) -> tuple[str, str | None]:
    """The folded form under which a query's term is looked up, and the written form that is meant; None for all.

    ``f:duong`` -> (``s:duong``, None); ``s:đường`` -> (``s:duong``, ``đường``); ``s:an`` -> (``s:an``, empty).
    """
    kind = FOLDED.get(term[:2])
    if kind:
        return kind + term[2:], None
    key, _, written = key_of(term).partition(SEPARATOR)
    return key, written


_folded_syllable = lru_cache(maxsize=1 << 16)(folded)
