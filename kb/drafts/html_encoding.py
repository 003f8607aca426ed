"""The characters of a web page: from its byte order mark, UTF-8 where it is that, else what it declares (HTML, 13.2.3).

A page saved as UTF-8 often keeps the declaration of the page it came from; bytes that are UTF-8 and not ASCII are never
Windows-1252 by chance.

Browsers know no UTF-32; its pages are read all the same, since they would show nothing of it.
"""

from __future__ import annotations

import codecs
import re

from kb.errors import DraftUnreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as the next one does
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
)
_WIDE = (
    (re.compile(rb"[^\0]\0\0\0", re.DOTALL), "utf-32-le"),
    (re.compile(rb"\0\0\0[^\0]", re.DOTALL), "utf-32-be"),
)
"""How a page begins without a byte order mark: with a letter, a mark or white space of ASCII."""
_DECLARED_WITHIN = 2_048
"""Bytes in which a declaration is looked for; HTML asks for 1,024."""
_NOT_A_TAG = re.compile(rb"<!--.{0,2048}?(?:-->|\Z)|<script\b.{0,2048}?(?:</script|\Z)", re.DOTALL | re.IGNORECASE)
_DECLARED = re.compile(
    rb"""<(?:meta\b[^<>]{0,500}?\bcharset|\?xml\b[^<>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_LATIN = {"iso8859-1", "ascii", "cp1252"}
"""Browsers read all three as Windows-1252 (Encoding Standard, 4.2)."""
_KNOWN = re.compile(r"utf-8|cp125\d|iso8859-\d+|koi8-[ru]|gbk|gb18030|gb2312|big5|shift_jis|euc_jp|euc_kr")


def decoded(data: bytes) -> str:
    """The text of the file, line ends as ``\\n``. Raises DraftUnreadable, whose words follow the name of the file."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _plain(data[len(mark) :].decode(encoding, "replace"))
    for begin, encoding in _WIDE:
        if begin.match(data):
            return _plain(data.decode(encoding, "replace"))
    wide = utf_16_without_mark(data)
    if wide:
        return _plain(data.decode(wide, "replace"))
    declared = _DECLARED.search(_NOT_A_TAG.sub(b"", data[:_DECLARED_WITHIN]))
    if declared and not _is_utf_8(data):
        return _plain(data.decode(codec_of(declared[1].decode("ascii", "replace")), "replace"))
    try:
        return _plain(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise DraftUnreadable("không ghi mã chữ và không phải UTF-8; hãy lưu lại với mã UTF-8") from None


def _is_utf_8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with letters beyond ASCII."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def utf_16_without_mark(data: bytes) -> str:
    """The codec of a page in UTF-16 that does not begin with its mark, by the zeros in its tags; empty for others."""
    head = data[:_DECLARED_WITHIN]
    if b"<\0" in head and head[1::2].count(0) > len(head) // 8 > head[::2].count(0):
        return "utf-16-le"
    if b"\0<" in head and head[::2].count(0) > len(head) // 8 > head[1::2].count(0):
        return "utf-16-be"
    return ""


def codec_of(label: str) -> str:
    """The codec of a declared name; a page that declares UTF-16 in single bytes is UTF-8, as browsers hold.

    Raises DraftUnreadable, whose words follow the name of the file: Python's codecs hold more than encodings of text.
    """
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        name = ""
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    if name in _LATIN:
        return "cp1252"
    if not _KNOWN.fullmatch(name):
        raise DraftUnreadable("ghi mã chữ mà kb không biết; hãy lưu lại với mã UTF-8")
    return name


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
