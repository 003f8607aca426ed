"""Web pages saved as one file (MHTML, RFC 2557): the first page without its pictures; what else it carries is named."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message
from typing import Any

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.html import SMALL_FILE, parts_of
from kb.drafts.html_encoding import codec_of, utf_16_without_mark
from kb.drafts.model import Draft
from kb.errors import DraftUnreadable

_PAGES = ("text/html", "application/xhtml+xml")
_MARK = b"\xef\xbb\xbf"
_TAG = re.compile(rb"<[^<>]*>")
_HEAD = re.compile(
    rb"\s*(?:[A-Za-z-]{1,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n)*){0,20}?MIME-Version\s*:", re.IGNORECASE
)


def is_mhtml(data: bytes) -> bool:
    """Whether the file begins as a message does."""
    return bool(_HEAD.match(data[:8_192]))


def read(data: bytes, name: str) -> Draft:
    """The text of the first page. Raises DraftUnreadable."""
    small = len(data) <= SMALL_FILE
    found = read_here(joined_parts, data, name) if small else read_apart(joined_parts, data, name, "MHT", TEXT_LIMITS)
    return Draft(name, found["text"], unread=tuple(found["unread"]))


def joined_parts(data: bytes) -> dict[str, Any]:
    """`text` of the first page, and `unread`, lines for a reader. Raises as `page_of` does."""
    page, unread = page_of(data)
    found = parts_of(page)
    return {"text": found["text"], "unread": [*found["unread"], *unread]}


def page_of(data: bytes) -> tuple[bytes, list[str]]:
    """The first page in it, with its characters in UTF-8 where the message says which they are, and what is not read.

    Lines for a reader: other pages that hold a letter (a message sent on has several), attachments. Raises
    DraftUnreadable, whose words follow the name of the file.
    """
    try:
        parts = [part for part in message_from_bytes(data, policy=policy.compat32).walk() if not part.is_multipart()]
        pages = [_content(part) for part in parts if part.get_content_type() in _PAGES]
    except (ValueError, RecursionError) as error:  # what the library raises over a charset, and over depth
        raise DraftUnreadable("là trang web gộp (.mht) bị hỏng; hãy mở bằng Word rồi lưu thành .docx") from error
    if not pages:
        raise DraftUnreadable("là trang web gộp (.mht) không có trang nào; hãy mở bằng Word rồi lưu thành .docx")
    others = sum(any(letter > 64 for letter in _TAG.sub(b"", page.removeprefix(_MARK))) for page in pages[1:])
    attached = sum(part.get_content_disposition() == "attachment" for part in parts)
    said = [(others, "trang khác gộp trong tệp"), (attached, "tệp đính kèm")]
    return pages[0], [f"{count} {what}; hãy mở ra và rà soát riêng" for count, what in said if count]


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset is None or content.startswith((_MARK, b"\xff\xfe", b"\xfe\xff")) or utf_16_without_mark(content):
        return content
    try:
        return _MARK + content.decode(codec_of(charset), "replace").encode()
    except DraftUnreadable:  # the page itself may say better
        return content
