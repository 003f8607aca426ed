"""Whether letters are a syllable of Vietnamese: an initial, a rhyme, at most one tone (chữ Quốc ngữ).

The rhymes are a few more than there are: what is asked is whether a text is Vietnamese at all, not whether it is spelt
right. Used to tell one encoding or one way of typing from another.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kb.language.normal_forms import nfc, nfd

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Huyền, sắc, ngã, hỏi, nặng."""
_TONE = re.compile(f"[{TONES}]")
_WORD = re.compile(r"[^\W\d_]+")
_GLUED_CAPITALS = re.compile("[A-ZĐ]{2}[a-zđà-ỹ]{2}")
_GLUED_COMMA = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])")
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"(?:(?:oai|oay|oao|oeo|uay|uây|uôi|uya|uyu|ươi|ươu|iêu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu"
    r"|uơ|uê|uy|oa|oe|a|e|ê|i|o|ô|ơ|u|ư|y)"
    r"|(?:uyê|iê|yê|oă|oa|oe|uâ|uô|ươ|uê|uy|oo|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)(?:ch|ng|nh|[cmnpt]))"
)
"""A syllable in small letters without its tone."""


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether a word, in NFC and any letter case, is one syllable."""
    parts = nfd(word.lower())
    if len(_TONE.findall(parts)) > 1:
        return False
    return SYLLABLE.fullmatch(nfc(_TONE.sub("", parts))) is not None


def has_glued_words(text: str) -> bool:
    """Whether a blank is missing in a text: ``đểlàm``, ``TT-BYTngày``, ``năng,nhiệm vụ``. Names may be no syllables."""
    if _GLUED_COMMA.search(text):
        return True
    odd = (word for word in _WORD.findall(text) if not word.isascii() and not is_syllable(word))
    return any(word[0].islower() or _GLUED_CAPITALS.search(word) for word in odd)
