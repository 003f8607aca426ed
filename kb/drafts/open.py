"""Opens a file as a draft. A file that cannot be read is refused with one line that says what to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from kb.drafts.kinds import BINARY_SUFFIXES, FileKind, kind_of
from kb.drafts.legacy_text import from_bytes, in_unicode
from kb.drafts.model import LONGEST_TEXT, TOO_LONG, Draft
from kb.drafts.unread_signs import with_unread_signs
from kb.errors import DraftUnreadable
from kb.files import refusal, why_no_file

LARGEST_FILE = 50_000_000
"""Bytes of a file that is opened; a law with all its annexes stays far below."""


def open_draft(path: Path) -> Draft:
    """Read a file of any kind that `kb.drafts.kinds` knows; ``-`` is standard input (text). Raises DraftUnreadable."""
    if str(path) == "-":
        return _checked(in_unicode(_text_draft(sys.stdin.buffer.read(LARGEST_FILE + 1), "(đầu vào chuẩn)")))
    try:
        data = _bytes_of(path)
    except OSError as error:
        raise DraftUnreadable(f"không đọc được “{path.name}”: {refusal(error)}") from error
    return replace(read_draft(data, path.name), folder=_folder(path))


def _folder(path: Path) -> str:
    """The folder of a file from the current one, as editors and code hosts look for it."""
    try:
        inside = path.parent.resolve().relative_to(Path.cwd()).as_posix()
    except (OSError, ValueError):
        return ""
    return "" if inside == "." else f"{inside}/"


def read_draft(data: bytes, name: str) -> Draft:
    """The draft that a file of this name and content is. Raises DraftUnreadable."""
    return _checked(in_unicode(_reader(Path(name).suffix.lower(), data, name)(data, name)))


def _bytes_of(path: Path) -> bytes:
    """Raises DraftUnreadable, and OSError where the system refuses."""
    name = path.name
    if why := why_no_file(path):
        raise DraftUnreadable(f"không đọc được “{path}”: {why}")
    if path.stat().st_size > LARGEST_FILE:
        raise DraftUnreadable(f"“{name}” lớn hơn {LARGEST_FILE // 1_000_000} MB; hãy tách tệp rồi thử lại")
    return path.read_bytes()


def _reader(suffix: str, data: bytes, name: str) -> Callable[[bytes, str], Draft]:
    """The reader by the first bytes of the file; by its extension where they are text. Raises DraftUnreadable."""
    kind = kind_of(data, suffix)
    if kind is FileKind.LOCKED:
        raise DraftUnreadable(f"“{name}” có mật khẩu; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại")
    if kind is not FileKind.TEXT:
        return partial(_READERS.get(kind, _read_office), kind)
    if suffix in BINARY_SUFFIXES:
        raise DraftUnreadable(f"“{name}” không phải tệp {suffix} (hỏng, hoặc bị đổi đuôi tệp)")
    if suffix in {".txt", ".md", ""}:
        return _text_draft
    raise DraftUnreadable(f"chưa đọc được loại tệp “{suffix}”; kb đọc .docx, .doc, .rtf, .odt, .pdf, .html, .txt, .md")


def _read_word(_: FileKind, data: bytes, name: str) -> Draft:
    from kb.drafts.docx import read

    return read(data, name)


def _read_office(kind: FileKind, data: bytes, name: str) -> Draft:
    from kb.drafts.office import read

    return read(data, name, kind.value)


def _read_pdf(_: FileKind, data: bytes, name: str) -> Draft:
    from kb.drafts.pdf import read

    return read(data, name)


def _read_page(_: FileKind, data: bytes, name: str) -> Draft:
    from kb.drafts.html import read

    return read(data, name)


def _read_joined_page(_: FileKind, data: bytes, name: str) -> Draft:
    from kb.drafts.mhtml import read

    return read(data, name)


_READERS: dict[FileKind, Callable[[FileKind, bytes, str], Draft]] = {
    FileKind.WORD: _read_word,
    FileKind.PDF: _read_pdf,
    FileKind.PAGE: _read_page,
    FileKind.MHTML: _read_joined_page,
}
"""The others are read by LibreOffice."""


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
    """The draft. Raises DraftUnreadable for too long a one, and for one in which nothing is to be read."""
    if len(draft.text) > LONGEST_TEXT:
        raise DraftUnreadable(f"“{draft.name}” {TOO_LONG}")
    if not draft.unread and not any(map(str.isalnum, draft.text)):
        raise DraftUnreadable(f"“{draft.name}” không có chữ nào; nếu chữ nằm trong ảnh thì hãy nhận dạng chữ (OCR)")
    return with_unread_signs(draft)
