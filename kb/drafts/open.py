"""Opens a file as a draft. A file that cannot be read is refused with one line that says what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from kb.drafts.legacy_text import from_bytes, in_unicode
from kb.drafts.model import LONGEST_TEXT, TOO_LONG, Draft
from kb.errors import DraftUnreadable
from kb.files import refusal
from kb.language.legacy import may_be_legacy
from kb.language.legacy_letters import FontSpan

LARGEST_FILE = 50_000_000
"""Bytes of a file that is opened; a law with all its annexes stays far below."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def open_draft(path: Path) -> Draft:
    """Read a .txt, .md, .docx, .pdf or .html file; ``-`` is standard input (text). Raises DraftUnreadable."""
    if str(path) == "-":
        return _checked(in_unicode(_text_draft(sys.stdin.buffer.read(LARGEST_FILE + 1), "(đầu vào chuẩn)")))
    try:
        data = _bytes_of(path)
    except OSError as error:
        raise DraftUnreadable(f"không đọc được “{path.name}”: {refusal(error)}") from error
    reader = _reader(path.suffix.lower(), data, path.name)
    draft = reader(data, path.name)
    return _checked(in_unicode(draft, _fonts(data, draft)))


def _bytes_of(path: Path) -> bytes:
    """Raises DraftUnreadable, and OSError where the system refuses."""
    name = path.name
    if path.is_dir():
        raise DraftUnreadable(f"“{name}” là thư mục; hãy nêu từng tệp")
    if not path.is_file():
        raise DraftUnreadable(f"không có tệp “{path}”")
    if path.stat().st_size > LARGEST_FILE:
        raise DraftUnreadable(f"“{name}” lớn hơn {LARGEST_FILE // 1_000_000} MB; hãy tách tệp rồi thử lại")
    return path.read_bytes()


def _reader(suffix: str, data: bytes, name: str) -> Callable[[bytes, str], Draft]:
    """The reader by the first bytes of the file; by its extension where they are text. Raises DraftUnreadable."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise DraftUnreadable(f"“{name}” có mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại")
        raise DraftUnreadable(f"“{name}” là tệp Word cũ (.doc); hãy mở bằng Word và lưu thành .docx")
    if data.startswith(b"PK"):
        from kb.drafts.docx import read

        return read
    if b"%PDF-" in data[:1024]:
        from kb.drafts.pdf import read

        return read
    if suffix in {".docx", ".pdf"}:
        raise DraftUnreadable(f"“{name}” không phải tệp {suffix} (hỏng, hoặc bị đổi đuôi tệp)")
    if suffix in {".html", ".htm"}:
        from kb.drafts.html import read

        return read
    if suffix in {".txt", ".md", ""}:
        return _text_draft
    raise DraftUnreadable(f"chưa đọc được loại tệp “{suffix}”; kb đọc .docx, .pdf, .html, .txt, .md")


def _fonts(data: bytes, draft: Draft) -> list[FontSpan]:
    """The fonts of a Word file that tell in what encoding its odd letters are. Raises DraftUnreadable."""
    if not data.startswith(b"PK") or not may_be_legacy(draft.text):
        return []
    from kb.drafts.word_fonts import fonts

    return fonts(data, draft.name)


def _text_draft(data: bytes, name: str) -> Draft:
    """UTF-8, or UTF-16 with its byte order mark, in which Vietnamese text is saved today; line ends as ``\\n``.

    Else an encoding from before Unicode. Raises DraftUnreadable.
    """
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        draft = from_bytes(data, name)
        if draft is None:
            raise DraftUnreadable(f"“{name}” không phải văn bản Unicode; hãy lưu lại với mã UTF-8") from None
        return draft
    if "\x00" in text:
        raise DraftUnreadable(f"“{name}” không phải tệp văn bản")
    return Draft(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def _checked(draft: Draft) -> Draft:
    if len(draft.text) > LONGEST_TEXT:
        raise DraftUnreadable(f"“{draft.name}” {TOO_LONG}")
    return draft
