"""What a file is, from its first bytes: offices send web pages named .doc, and RTF named so too."""

from __future__ import annotations

import re
from enum import Enum

from kb.drafts.html_encoding import utf_16_without_mark
from kb.drafts.mhtml import is_mhtml

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_BLANK = b"\xef\xbb\xbf \t\r\n"
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table)\b", re.IGNORECASE)
_WORD_XML = re.compile(rb"progid=\"Word\.Document\"|<pkg:package\b|<w:wordDocument\b")
_HEAD = 4_096
OFFICE_SUFFIXES = frozenset({".doc", ".dot", ".rtf", ".odt", ".ott", ".wps"})
WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
BINARY_SUFFIXES = OFFICE_SUFFIXES | WORD_SUFFIXES | {".pdf"}
"""Of files that are no text: where one is, it was renamed, or is broken."""
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml"})


class FileKind(Enum):
    """The value is what a reader is told."""

    WORD = "Word (.docx)"
    OLD_WORD = "Word cũ (.doc)"
    LOCKED = "có mật khẩu"
    RTF = "RTF"
    OPEN_DOCUMENT = "OpenDocument (.odt)"
    WORD_XML = "Word dạng XML"
    PDF = "PDF"
    MHTML = "trang web gộp (.mht)"
    PAGE = "HTML"
    TEXT = "văn bản"


def kind_of(data: bytes, suffix: str) -> FileKind:
    """The kind by the first bytes; `suffix` decides where they are text, which may begin as a page does."""
    head = data[:_HEAD]
    begin = head.lstrip(_BLANK)
    if data.startswith(_OLE):
        return FileKind.LOCKED if "EncryptedPackage".encode("utf-16-le") in data else FileKind.OLD_WORD
    if data.startswith(b"PK"):
        return FileKind.OPEN_DOCUMENT if _OPEN_DOCUMENT in head[:128] else FileKind.WORD
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if begin.startswith(b"{\\rtf"):
        return FileKind.RTF
    if begin.startswith(b"<?xml") and _WORD_XML.search(head):
        return FileKind.WORD_XML
    return _of_text(data, begin, suffix)


def _of_text(data: bytes, begin: bytes, suffix: str) -> FileKind:
    named = suffix in OFFICE_SUFFIXES | WORD_SUFFIXES | PAGE_SUFFIXES
    if named and is_mhtml(data):
        return FileKind.MHTML
    if suffix in PAGE_SUFFIXES or (named and _PAGE.search(_narrowed(data, begin))):
        return FileKind.PAGE
    return FileKind.TEXT


def _narrowed(data: bytes, begin: bytes) -> bytes:
    """The beginning of the file with one byte a character, where it is in UTF-16."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or utf_16_without_mark(data)
    return begin.replace(b"\0", b"") if wide else begin
