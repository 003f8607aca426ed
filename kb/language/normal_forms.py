"""The normal forms of Unicode (UAX #15), in time in proportion to the text.

To order the marks of one letter takes Python the square of their count. No letter of any language bears more than a
few, so of a longer row each `MOST_MARKS` are ordered by themselves.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

MOST_MARKS = 30
"""Marks in a row that are ordered together: as many as the Stream-Safe Text Format of UAX #15 lets a letter bear."""
_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS}}}")
"""So many marks in a row, or signs such as “…”, which a cut does not change."""


def nfc(text: str) -> str:
    """The text with every letter and its marks as one code point where there is one."""
    return _in_form("NFC", text)


def nfd(text: str) -> str:
    """The text with every mark as a code point of its own."""
    return _in_form("NFD", text)


def is_nfc(text: str) -> bool:
    """Whether `nfc` would leave the text as it is."""
    return all(unicodedata.is_normalized("NFC", piece) for piece in _pieces(text))


def _in_form(form: Literal["NFC", "NFD"], text: str) -> str:
    if len(text) <= MOST_MARKS:  # most texts are a word or a name
        return unicodedata.normalize(form, text)
    return "".join([unicodedata.normalize(form, piece) for piece in _pieces(text)])


def _pieces(text: str) -> list[str]:
    """The text cut behind each `MOST_MARKS` marks; whole where nowhere so many stand in a row."""
    ends = [match.end() for match in _MARKS.finditer(text)] if not text.isascii() else []
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
