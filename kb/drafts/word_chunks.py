"""Files that stand in a Word file as they are (`w:altChunk`, ECMA-376, 17.17.2): Word shows them as part of the text.

What they are is seen from their first bytes, because programs name them as they like.
"""

from __future__ import annotations

from collections.abc import Callable

from kb.drafts.html import text_of
from kb.drafts.html_encoding import decoded
from kb.drafts.mhtml import is_mhtml, page_of

_PAGES = (".htm", ".html", ".xhtml")


def chunk_text(name: str, data: bytes, word: Callable[[bytes], str]) -> str | None:
    """The text of such a file, `word` being what reads a Word file; None where nothing reads it.

    Raises DraftUnreadable for a broken one.
    """
    if data.startswith(b"PK"):
        return word(data)
    if is_mhtml(data):
        return text_of(page_of(data))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return None
    if name.lower().endswith(_PAGES) or data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        return text_of(data)
    return decoded(data) if name.lower().endswith(".txt") else None
