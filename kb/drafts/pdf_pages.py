"""Which pages of a PDF were not read: pictures of text, a signature's stamp on such a picture, letters without a code.

A page without a word is named too, unless nothing at all is drawn on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

FEWEST_CHARACTERS = 20
"""Letters and digits of a page below which it has no text of its own: a page number, a stray mark."""
_FEWEST_LETTERS = 5
LARGE_PICTURE = 0.5
"""Share of a page from which pictures are a scan of it, where the page has little text."""
LITTLE_TEXT = 400
"""Letters and digits of a page that may all be stamps and page heads on a scan."""
_MOST_WITHOUT_CODE = 0.2
_STAMP = re.compile(
    r"\s*(?:Người\s+ký|Ký\s+bởi|Được\s+ký\s+bởi|Ký\s+số\s+bởi|Email|E-mail|Cơ\s+quan|Tổ\s+chức|Chức\s+vụ|Đơn\s+vị"
    r"|Thời\s+gian\s+ký|Ngày\s+ký|Ký\s+ngày|Digitally\s+signed|Signed\s+by|Signature\s+(?:valid|not\s+verified)"
    r"|DN|Date|Reason|Location|Lý\s+do|Địa\s+điểm)\s*(?:[:=]|by\b|$)"
    r"|\s*(?:Signature\s+(?:valid|not\s+verified)|Digitally\s+signed)",
    re.IGNORECASE,
)
"""A line of the stamp that signing software lays over a page."""
_MAY_GO_ON = re.compile(
    r"\s*(?:Người\s+ký|(?:Được\s+)?Ký\s+(?:số\s+)?bởi|Cơ\s+quan|Tổ\s+chức|Đơn\s+vị|Digitally|DN\b)", re.I
)
"""A line of names, which the stamp may break."""


def unread_pages(pages: Sequence[str], pictures: Sequence[float], blank: Sequence[bool]) -> list[str]:
    """A line for a reader for each run of pages that were not read.

    `pictures` is the share of each page that they cover; `blank` are pages on which nothing is drawn.
    """
    reasons = [_reason(text, share, blank=bare) for text, share, bare in zip(pages, pictures, blank, strict=True)]
    return [
        f"{_named([number for number, _ in group])}: {reason}"
        for reason, group in groupby(enumerate(reasons, 1), key=lambda numbered: numbered[1])
        if reason
    ]


def _reason(text: str, pictures: float, *, blank: bool) -> str:
    """Why a page was not read; empty for one that was."""
    if blank:
        return ""
    written = _letters(_without_stamp(text))
    stamped = written < _letters(text)
    if written < FEWEST_CHARACTERS and (stamped or pictures or not _is_worded(text)):
        if stamped:
            return "chỉ có dấu của chữ ký số, không có chữ của văn bản; hãy nhận dạng chữ (OCR) rồi thử lại"
        return "không có chữ (ảnh quét hoặc trang trắng); nếu là ảnh quét thì hãy nhận dạng chữ (OCR) rồi thử lại"
    if pictures >= LARGE_PICTURE and written < LITTLE_TEXT:
        return "phần lớn là ảnh, chữ trong ảnh chưa đọc được; hãy nhận dạng chữ (OCR) rồi thử lại"
    if _without_code(text) > _MOST_WITHOUT_CODE * len(text):
        return "phông chữ không ghi mã chữ nên không đọc được; hãy nhận dạng chữ (OCR) rồi thử lại"
    return ""


def _is_worded(text: str) -> bool:
    """Whether a short text is more than a number of a page: a last page may hold the signer's name alone."""
    return sum(character.isalpha() for character in text) >= _FEWEST_LETTERS


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def _without_stamp(text: str) -> str:
    """The lines that are none of a stamp's; what goes on below a line of it is one of it too, once."""
    kept: list[str] = []
    before = False
    for line in text.split("\n"):
        stamp = bool(_STAMP.match(line))
        if not stamp and not before:
            kept.append(line)
        before = bool(_MAY_GO_ON.match(line)) and stamp
    return "\n".join(kept)


def _without_code(text: str) -> int:
    """Characters that are none: private, not assigned, or the mark for what could not be read."""
    return sum(character == "\ufffd" or unicodedata.category(character) in ("Co", "Cn", "Cs") for character in text)


def _named(numbers: list[int]) -> str:
    """``trang 2``, or ``trang 2–5`` for a run."""
    return f"trang {numbers[0]}" if len(numbers) == 1 else f"trang {numbers[0]}–{numbers[-1]}"
