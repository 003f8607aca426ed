"""Pictures that make up a web page: a scanned document may be shown so, and what is on it was not read."""

from __future__ import annotations

from kb.drafts.html_tags import attributes_of

FEWEST_LETTERS = 100
"""Letters and digits below which a page with a picture has no text but a heading."""
_SIDES = ("width", "height")
_SMALL = 200
"""Pixels of a side below which a picture is a sign or a logo, where the page says so."""


class PagePictures:
    """Counts the pictures of a page that may hold text."""

    def __init__(self) -> None:
        self._count = 0

    def see(self, attributes: str) -> None:
        """The start tag of a picture."""
        sides = [value.strip().removesuffix("px") for name, value in attributes_of(attributes) if name in _SIDES]
        self._count += not any(side.isdecimal() and int(side) < _SMALL for side in sides)

    def unread(self, text: str) -> str:
        """A line for a reader where the page has little text, which is given, and pictures besides; else empty.

        One without a letter is refused as a whole.
        """
        if not self._count or not 0 < sum(map(str.isalnum, text)) < FEWEST_LETTERS:
            return ""
        return f"{self._count} ảnh, chữ trong ảnh chưa đọc được; hãy nhận dạng chữ (OCR) rồi thử lại"
