"""A text made ready to be searched, and the way back to the text as it was.

Official texts come with letters in two code points (NFD), with Ð (U+00D0) for Đ, soft hyphens, typographic
hyphens, and, when copied from the Official Gazette, with a page header in the middle of a sentence. Patterns
are matched on a plain form; every span that leaves this package counts code points of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from functools import cached_property

from kb.citation.models import Span
from kb.citation.patterns import TYPE_WORD

_SAME_LENGTH = {"Ð": "Đ", "‐": "-", "‑": "-", "–": "-", "−": "-", "\u00a0": " ", "\u202f": " "}
_TO_COMPOSE = re.compile("[\u0300-\u036f]+|[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_PAGE_HEADER = re.compile(
    r"""
    (?: \n [ \t]{0,40} \d{1,4} [ \t]{0,40} )?                          # the page number, before it on even pages
    (?: ^ | [\n\f] ) [ \t]{0,40} (?: \d{1,4} [ \t]{1,40} )?
    C?ÔNG[ ]BÁO/Số[ ]\d+ (?: [ ]\+[ ]\d+ )* /Ngày[ ]\d{1,2}-\d{1,2}-\d{4}
    (?: [ \t]{1,40} \d{1,4} )? [ \t]{0,40} (?=[\n\f]|$)
    (?: \n [ \t]{0,40} \d{1,4} [ \t]{0,40} (?=\n|$) )?                 # and after it on odd ones
    """,
    re.VERBOSE,
)
_HEADER_MARK = "ÔNG BÁO/Số "
_PAGE_BREAK = re.compile(r"\n[ \t]{0,40}\d{1,4}[ \t]{0,40}\n?\f|\f[ \t\n]{0,40}\d{1,4}[ \t]{0,40}(?=\n)")


def without_page_headers(text: str) -> str:
    """Blanks of the same length where the header of a page of the Official Gazette cuts a sentence in two."""
    for mark, page in ((_HEADER_MARK, _PAGE_HEADER), ("\f", _PAGE_BREAK)):
        if mark in text:
            text = page.sub(lambda match: " " * len(match.group()), text)
    return text


class Reading:
    """`plain` is what patterns are matched on; `span` gives the words of the original text."""

    def __init__(self, text: str) -> None:
        self.text = text
        composed = self._compose()
        self._changed = composed != self.text
        plain = composed
        for other, usual in _SAME_LENGTH.items():
            plain = plain.replace(other, usual)
        self.plain = without_page_headers(plain)

    @cached_property
    def type_words(self) -> list[re.Match[str]]:
        """Every type word of the plain text, in its order."""
        return list(TYPE_WORD.finditer(self.plain))

    def span(self, start: int, end: int) -> Span:
        """The words of the original that stand at `start` … `end` of the plain text."""
        if self._changed and end > start:
            start, end = self._original(start, end)
        return Span(start, end, self.text[start:end])

    def _compose(self) -> str:
        """NFC without invisible characters, noting where each run of characters came from."""
        self._plain_starts = array("Q")
        self._runs: list[_Run] = []
        pieces: list[str] = []
        position = length = 0

        def take(piece: str, run: _Run) -> None:
            nonlocal length
            if piece:
                pieces.append(piece)
                self._plain_starts.append(length)
                self._runs.append(run)
                length += len(piece)

        for match in _TO_COMPOSE.finditer(self.text):
            start, end = match.span()
            if position < start and "\u0300" <= match.group()[0] <= "\u036f":
                start -= 1  # the letter that bears the marks
            take(self.text[position:start], (position, start, False))
            composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", self.text[start:end]))
            take(composed, (start, end, True))
            position = end
        take(self.text[position:], (position, len(self.text), False))
        return "".join(pieces)

    def _original(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the plain text begin and end in the original."""
        first = bisect_right(self._plain_starts, start) - 1
        last = first
        if last + 1 < len(self._runs) and self._plain_starts[last + 1] < end:
            last = bisect_right(self._plain_starts, end - 1) - 1
        begin, _, composed = self._runs[first]
        start = begin if composed else begin + start - self._plain_starts[first]
        begin, close, composed = self._runs[last]
        return start, close if composed else begin + end - self._plain_starts[last]


_Run = tuple[int, int, bool]
"""Start and end in the original, and whether its characters were composed or only copied."""
