"""Words and numbers that a hyphen breaks at the end of a line (``thá-`` / ``ng``), in one piece.

A hyphen there is more often one of the text: ``TT-`` / ``BCA``, ``chính trị-`` / ``xã hội``, ``2016-`` / ``2020``. A
word is joined only where its halves make one syllable of Vietnamese, a number only where its place asks for one: a year
behind "/" or "năm", a day behind "ngày", an ordinal behind "số", the figures of a term (``QH1-`` / ``3``) or a unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.language.rewriting import Edit
from kb.language.syllable import is_syllable

BROKEN = re.compile(r"[-\u00ac\u00ad][ \t]*[\n\f]")
"""What a text must hold for a word of it to be broken so."""
_SOFT = re.compile(r"(?<=\w)\u00ad[ \t]{0,9}\n[ \t]{0,40}(?=\w)")
_BREAK = re.compile(r"(?<=\w)[-\u00ac][ \t]{0,9}[\n\f]{1,3}[ \t]{0,40}(?=\w)")
"""U+00AC is the hyphen of Word that was saved as text; a page may end there too."""
_LEFT = re.compile(r"(?<![^\s(“\"'])[^\W\d_]{1,7}\Z")
_RIGHT = re.compile(r"[^\W\d_]{1,7}(?!\w)")
LONGEST_SYLLABLE = 7
"""Letters of the longest syllable: ``nghiêng``."""
_NUMBERS = tuple(
    (re.compile(rf"{before}\Z", re.IGNORECASE), re.compile(behind), re.compile(whole))
    for before, behind, whole in (
        (r"(?:/|\bnăm\s)(?P<figures>\d{1,3})", r"\d{1,3}(?!\w|-\d)", r"(?:19|20)\d\d"),
        (r"\bsố:?\s(?P<figures>\d{1,3})", r"(?:[1-9]\d{0,2}|0)(?=/|-[A-ZĐ])", r"\d{2,4}"),
        (r"\bngày\s(?P<figures>\d)", r"\d(?=\s+tháng|/)", r"[12]\d|3[01]"),
        (r"[-/]\s{0,9}[A-ZĐ]{1,6}(?P<figures>\d)", r"\d(?![\w/-])", r"\d\d"),
    )
)
"""What stands in front of a break and behind it, and what number the two make."""
LOOKED_BACK = 24
"""Code points in front of a break in which its left half stands, and the word that asks for a number."""


def soft_breaks(text: str) -> Iterator[Edit]:
    """Soft hyphens at the end of a line, which always break a word, taken off with the end of the line."""
    yield from ((*match.span(), "") for match in _SOFT.finditer(text))


def breaks(text: str) -> Iterator[Edit]:
    """Hyphens that break a word or a number, taken off with the end of the line; of a text in NFC with one dash."""
    for match in _BREAK.finditer(text):
        before = text[max(0, match.start() - LOOKED_BACK) : match.start()]
        if _breaks_a_word(before, text, match.end()) or _breaks_a_number(before, text, match.end()):
            yield *match.span(), ""


def _breaks_a_word(before: str, text: str, end: int) -> bool:
    left, right = _LEFT.search(before), _RIGHT.match(text, end)
    if left is None or right is None:
        return False
    word = left.group() + right.group()
    same_case = word.isupper() or right.group().islower()
    return same_case and len(word) <= LONGEST_SYLLABLE and is_syllable(word)


def _breaks_a_number(before: str, text: str, end: int) -> bool:
    places = ((ahead.search(before), behind.match(text, end), whole) for ahead, behind, whole in _NUMBERS)
    return any(left and right and whole.fullmatch(left["figures"] + right.group()) for left, right, whole in places)
