"""Other spellings of the same text, as files of offices have them: what must change nothing that kb says of it."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from kb.language.syllable import is_syllable

_LATIN = "ABEKMHOPCTX"
_CYRILLIC, _GREEK = "АВЕКМНОРСТХ", "ΑΒΕΚΜΗΟΡCΤΧ"
_QUALITY = "\u0302\u0306\u031b"
"""Circumflex, breve and horn: the marks that make another vowel, and not another tone."""


def _decomposed(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)


def _unikey(letter: str) -> str:
    """A vowel and its tone as two code points: ``ê`` and the acute for ``ế``."""
    base, *marks = list(unicodedata.normalize("NFD", letter))
    vowel = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _QUALITY))
    return vowel + "".join(mark for mark in marks if mark not in _QUALITY)


def _table(usual: str, other: str) -> Callable[[str], str]:
    letters = dict(zip(usual, other, strict=True))
    return lambda letter: letters.get(letter, letter)


def _full_width(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter


def _entity(letter: str) -> str:
    return letter if letter.isascii() else f"&#{ord(letter)};"


CHANGES: dict[str, Callable[[str], str]] = {
    "decomposed": _decomposed,
    "unikey": _unikey,
    "full width": _full_width,
    "eth": _table("đĐ", "ðÐ"),
    "african d": _table("Đ", "Ɖ"),
    "cyrillic": _table(_LATIN, _CYRILLIC),
    "greek": _table(_LATIN, _GREEK),
    "entities": _entity,
    **{f"dash {ord(dash):04X}": _table("-", dash) for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"},
    **{f"slash {ord(slash):04X}": _table("/", slash) for slash in "\u2044\u2215\uff0f"},
    **{f"blank {ord(blank):04X}": _table(" ", blank) for blank in "\u00a0\u2007\u2009\u202f\u3000"},
}
INVISIBLE = "\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2060\u2066\ufeff"
DECORATIONS = [*CHANGES, "mixed", *(f"invisible {ord(mark):04X}" for mark in INVISIBLE)]


def decorated(text: str, name: str, chance: random.Random) -> list[str]:
    """The text spelt anew, a piece for each of its code points."""
    if name == "mixed":
        return [_decomposed(letter) if chance.random() < 0.5 else letter for letter in text]
    if name in CHANGES:
        return [CHANGES[name](letter) for letter in text]
    mark = chr(int(name.split()[1], 16))
    return [letter + mark if letter.isalnum() and chance.random() < 0.3 else letter for letter in text]


_SYLLABLE = re.compile(r"(?<=\s)[^\W\d_]{3,7}(?!\w)")
_NUMBER = re.compile(r"(?<= số )\d{2,4}/(?:19|20)\d\d(?=/(?:TT|NĐ|QĐ|NQ)-)")
_LETTERS = {"0": "O", "1": "l", "5": "S", "2": "Z"}


def broken(text: str, chance: random.Random) -> list[str]:
    """The text with words broken by a hyphen at the end of a line, a piece for each of its code points."""
    pieces = list(text)
    for word in _SYLLABLE.finditer(text):
        if is_syllable(word.group()) and word.group()[1:].islower() and chance.random() < 0.3:
            pieces[chance.randrange(word.start(), word.end() - 1)] += "-\n"
    return pieces


def scanned(text: str, chance: random.Random) -> str:
    """The text with letters for figures in its numbers, as a scanner leaves them; one figure of each stays."""

    def read(number: re.Match[str]) -> str:
        kept = chance.choice([at for at, sign in enumerate(number.group().partition("/")[0]) if sign.isdigit()])
        return "".join(sign if at == kept else _LETTERS.get(sign, sign) for at, sign in enumerate(number.group()))

    return _NUMBER.sub(read, text)
