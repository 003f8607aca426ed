"""Web pages saved as one file (MHTML, RFC 2557): the page without its pictures."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import Message

from kb.errors import DraftUnreadable

_HEAD = re.compile(
    rb"\s*(?:[A-Za-z-]{1,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n)*){0,20}?MIME-Version\s*:", re.IGNORECASE
)


def is_mhtml(data: bytes) -> bool:
    """Whether the file begins as a message does."""
    return bool(_HEAD.match(data[:8_192]))


def page_of(data: bytes) -> bytes:
    """The first page in it, with its characters in UTF-8 where the message says which they are.

    Raises DraftUnreadable, whose words follow the name of the file.
    """
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _content(part)
    raise DraftUnreadable("là trang web gộp (.mht) không có trang nào; hãy mở bằng Word rồi lưu thành .docx")


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset is None or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return content
    try:
        return b"\xef\xbb\xbf" + content.decode(charset, "replace").encode()
    except LookupError:
        return content
