"""Whether the words of a title were torn to pieces, as some files of PDF give them: ``quy định v ề m ẫu b ằng``."""

from __future__ import annotations

import re

from kb.language.fold import SYLLABLE, composed, folded

_VOWEL = re.compile(r"[aeiouy]")
FEWEST_PIECES = 2
"""Pieces of words in a title whose words are not to be relied on."""


def is_torn(title: str) -> bool:
    """Whether several of its words are pieces of words: small letters without a vowel."""
    pieces = [word for word in SYLLABLE.findall(composed(title)) if word.isalpha() and word.islower()]
    return sum(not _VOWEL.search(folded(word)) for word in pieces) >= FEWEST_PIECES
