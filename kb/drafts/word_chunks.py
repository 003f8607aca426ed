"""Files that stand in a Word file as they are (`w:altChunk`, ECMA-376, 17.17.2): Word shows them as part of the text.

What they are is seen from their first bytes, because programs name them as they like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kb.drafts.html import parts_of
from kb.drafts.html_encoding import decoded
from kb.drafts.mhtml import is_mhtml, joined_parts

_PAGES = (".htm", ".html", ".xhtml")


@dataclass(frozen=True, slots=True)
class ChunkText:
    """The text of such a file; `unread` names what it holds besides, a line for a reader each."""

    text: str
    unread: tuple[str, ...] = ()


def chunk_text(name: str, data: bytes, word: Callable[[bytes], ChunkText]) -> ChunkText | None:
    """What is read of such a file, `word` being what reads a Word file; None where nothing reads it.

    Raises DraftUnreadable for a broken one.
    """
    if data.startswith(b"PK"):
        return word(data)
    if is_mhtml(data):
        return _shown(joined_parts(data))
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return None
    if name.lower().endswith(_PAGES) or data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        return _shown(parts_of(data))
    return ChunkText(decoded(data)) if name.lower().endswith(".txt") else None


def _shown(found: Mapping[str, Any]) -> ChunkText:
    return ChunkText(found["text"], tuple(found["unread"]))
