"""One spelling for every letter of a text, and the way back to the text as it was.

The same words come with letters in two code points (NFD, and Unikey's "Unicode tổ hợp"), with soft hyphens, zero-width
and bidirectional marks inside them, with dashes, slashes, blanks and digits of other scripts, with ð (U+00F0) for đ,
with Cyrillic or Greek capitals that look like Latin ones, with the marks of Markdown and HTML around them, broken by a
hyphen at the end of a line. Everything that looks for words in a text looks in `Letters.text`; `Letters.original` gives
their place in the text as it was.

What is invisible: Unicode's Default_Ignorable_Code_Point (UAX #44, DerivedCoreProperties). Dashes: Dash (PropList).
The search in the browser spells the same way (site/docs/assets/search/engine/fold.js takes the tables over).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.language.broken_words import BROKEN, breaks, soft_breaks
from kb.language.markup import MARKUP_BEGINS, SURE_MARKUP, unmarked
from kb.language.normal_forms import nfc, nfd
from kb.language.rewriting import Edit, Rewritten

DASHES = (
    "\u001e\u02d7\u058a\u05be\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2027\u2043\u2053\u207b\u208b\u2212\u23af\u2500"
    "\u2501\u2796\u2e3a\u2e3b\u301c\u3030\u30fc\uf02d\ufe31\ufe32\ufe58\ufe63\uff0d\uff70"
)
"""Dash of PropList, and signs drawn as one; U+F02D is the minus of the Symbol font in text copied from Word."""
SLASHES = "\u2044\u2215\u2571\u27cb\u29f8\u2afd\u3033\uff0f"
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u2800\u3000"
LINE_ENDS = "\u000b\u0085\u2028\u2029"
_CAPITALS = ("АВЕКМНОРСТХІЈЅԌҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXIJSGYABEZHIKMNOPTYX")
_SMALL = ("аеорсухіјѕһԁԛԝο", "aeopcyxijshdqwo")
"""Letters of Cyrillic and Greek that no reader tells from the Latin ones, in order."""
_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u1090\u17e0\u1810\ua8d0\ua9f0"
    "\uaa50\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6"
)
"""The zero of other scripts and of mathematical alphabets; the digits follow it (Nd of UnicodeData)."""
_DIGITS = {chr(ord(zero) + digit): str(digit) for zero in ZEROS for digit in range(10)}
_STROKED = {"ð": "đ", "ɖ": "đ", "Ð": "Đ", "Ɖ": "Đ"}
SPELLING = (
    _FULL_WIDTH
    | _DIGITS
    | _STROKED
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(SLASHES, "/")
    | dict.fromkeys(BLANKS, " ")
    | dict.fromkeys(LINE_ENDS, "\n")
)
"""A character as it may be typed -> the one that stands for it here, wherever it stands."""
LOOKALIKES = dict(zip(*_CAPITALS, strict=True)) | dict(zip(*_SMALL, strict=True))
"""The same, in words that hold no other letter of those scripts."""
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\u001f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What no reader sees, as a class of a pattern; U+001F is the soft hyphen of old Word files."""

_SPELT = str.maketrans(SPELLING)
_LATIN = str.maketrans(LOOKALIKES)
_OTHER = re.compile(f"[{re.escape(''.join(SPELLING))}]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_LOOKALIKE = re.compile(f"[{''.join(LOOKALIKES)}]")
_WORD = re.compile(r"\w+")
OTHER_SCRIPT = re.compile(f"(?![{''.join(LOOKALIKES)}])[\u0370-\u052f\u1f00-\u1fff]")
"""A letter of those scripts that looks like no Latin one."""
MARKS = re.compile("[\u0300-\u036f]+")
QUALITY = "\u0302\u0306\u031b"
"""Circumflex, breve and horn: the marks that make another vowel; Unicode leaves them in the order of typing."""
STRUCK = re.compile("([dD])[\u0335\u0336]")
NUMBER_BACKSLASH = re.compile(r"(?<=[\dA-ZĐ])\\(?=[\dA-ZĐ])")
_FREE_DASH = re.compile(rf"((?<![A-ZĐ\d])(?<!TTr)(?<!CTr)[{re.escape(DASHES)}]|[{re.escape(DASHES)}](?![A-ZĐ]))")
_ODD = re.compile(f"[{re.escape(''.join(SPELLING))}{INVISIBLE}{''.join(LOOKALIKES)}{SURE_MARKUP}\u0300-\u036f]")
"""What a text must hold for any of its letters to be spelt anew, if not `MARKUP_BEGINS`."""
_MAY_BE_ODD = re.compile(rf"{_ODD.pattern[:-1]}=&<>\[(]")
"""The same, and the signs of which one stands in whatever `MARKUP_BEGINS` finds: one quick look tells most texts."""


class Letters:
    """`text` is the text in the one spelling; `original` gives the place of its words in the text as it was.

    The marks of Markdown and HTML are taken off too, and words broken at the end of a line joined, unless `marked` says
    that the text is to stay as it is marked.
    """

    def __init__(self, text: str, *, marked: bool = False) -> None:
        self._steps: list[Rewritten] = []
        self.text = text
        if is_plain(text, marked=marked):
            return
        if not marked:
            self._rewrite(unmarked(text))
            self._rewrite(soft_breaks(self.text))
        self._rewrite((*match.span(), "") for match in _INVISIBLE.finditer(self.text))
        self._rewrite(_compositions(self.text))
        self.text = _same_length(self.text)
        self._rewrite(_compositions(self.text))  # marks on letters that were spelt anew
        if not marked:
            self._rewrite(breaks(self.text))

    def _rewrite(self, edits: Iterator[Edit]) -> None:
        step = Rewritten(self.text, edits)
        if step.text is not self.text:
            self._steps.append(step)
            self.text = step.text

    @property
    def in_place(self) -> bool:
        """Whether every character of `text` stands where it stood."""
        return not self._steps

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the words at `start` … `end` of `text` stand in the text as it was."""
        for step in reversed(self._steps):
            start, end = step.original(start, end)
        return start, end


def is_plain(text: str, *, marked: bool = False) -> bool:
    """Whether `Letters` would leave the text as it is; `marked` as there."""
    odd = _MAY_BE_ODD.search(text) and (_ODD.search(text) or MARKUP_BEGINS.search(text))
    return not odd and (marked or not BROKEN.search(text))


def spelt(text: str) -> str:
    """The text in the one spelling and in NFC, with the marks of Markdown and HTML."""
    return text if text.isascii() else nfc(Letters(text, marked=True).text)


def written(text: str) -> str:
    """As `spelt`, for a text that is kept: dashes stay as they are but in numbers (``TT–BCA``)."""
    if text.isascii():
        return text
    pieces = _FREE_DASH.split(text)
    return "".join(piece if place % 2 else spelt(piece) for place, piece in enumerate(pieces))


def _same_length(text: str) -> str:
    if not text.isascii() or _OTHER.search(text):
        text = text.translate(_SPELT)
        text = _WORD.sub(_in_latin, text) if _LOOKALIKE.search(text) else text
    return NUMBER_BACKSLASH.sub("/", text) if "\\" in text else text


def _in_latin(match: re.Match[str]) -> str:
    word = match.group()
    return word if OTHER_SCRIPT.search(word) else word.translate(_LATIN)


def _compositions(text: str) -> Iterator[Edit]:
    """Every letter with its marks as one code point where there is one; marks have no word before them."""
    position = 0
    for match in MARKS.finditer(text):
        start, end = match.span()
        if position < start:
            start -= 1  # the letter that bears the marks
        yield start, end, _composed(text[start:end])
        position = end


def _composed(letter: str) -> str:
    """A letter with its marks, in whatever order they were typed; a stroke through d makes it đ."""
    base, *marks = list(nfd(STRUCK.sub(lambda struck: "đ" if struck[1] == "d" else "Đ", letter)))
    return nfc(base + "".join(sorted(marks, key=lambda mark: mark not in QUALITY)))
