"""Edits of an XML part as it stands: all that is not edited keeps its bytes, its prefixes and its declaration."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from kb.drafts.xml_events import XmlEvents, attribute

_START_TAG = re.compile(rb"""<([^\s/>]+)(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(/?)>""")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Tag:
    """A start tag of a part, places in bytes: its name with its prefix, where it begins, where its content does."""

    name: str
    begin: int
    inner: int
    empty: bool

    @property
    def prefix(self) -> str:
        """``w:`` and the like; empty where the namespace is the default."""
        prefix, colon, _ = self.name.rpartition(":")
        return prefix + colon


def tag_at(part: bytes, begin: int) -> Tag:
    """The start tag that begins there, in a part that was found to be well-formed."""
    found = _START_TAG.match(part, begin)
    if not found:
        raise ValueError(f"no start tag at byte {begin}")
    return Tag(found[1].decode(), begin, found.end(), bool(found[2]))


def in_utf8(part: bytes) -> tuple[bytes, str]:
    """The part in UTF-8 without a change of its text, and the encoding that it has."""
    for mark, encoding in _MARKS:
        if part.startswith(mark):
            return part.decode(encoding).encode(), encoding
    declared = _DECLARED.match(part)
    encoding = codecs.lookup(declared[1].decode()).name if declared else "utf-8"
    return (part if encoding == "utf-8" else part.decode(encoding).encode()), encoding


def in_encoding(part: bytes, encoding: str) -> bytes:
    """UTF-8 in the encoding that the part had; what that does not have becomes a character reference."""
    return part if encoding == "utf-8" else part.decode().encode(encoding, "xmlcharrefreplace")


def text_xml(text: str) -> bytes:
    """Text as it stands between tags; characters that XML does not have are left out."""
    return escape(_NO_XML.sub("", text), {"\r": "&#13;"}).encode()


def spliced(part: bytes, edits: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The part with the bytes from … to replaced by others; insertions at one place keep their order."""
    pieces, at = [], 0
    for begin, end, content in sorted(edits, key=lambda edit: (edit[0], edit[0] < edit[1])):
        pieces += [part[at:begin], content]
        at = end
    return b"".join([*pieces, part[at:]])


class RootOf(XmlEvents):
    """The root of a part in UTF-8: its tag, where its end tag begins, and the greatest `id` of its children."""

    def __init__(self, part: bytes) -> None:
        super().__init__("utf-8")
        self._part = part
        self.tag = Tag("", 0, 0, empty=True)
        self.namespace = ""
        self.end = 0
        self.ids: set[str] = set()
        self.read([part])

    def started(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth == 1:
            self.tag = tag_at(self._part, self.at)
            self.namespace = name.rpartition(" ")[0]
        elif self._depth == 2:
            self.ids.add(attribute(attributes, "id") or attribute(attributes, "Id") or "")

    def ended(self, name: str) -> None:
        if self._depth == 0:
            self.end = self.tag.inner if self.tag.empty else self.at

    def with_last_child(self, child: bytes) -> bytes:
        """The part with one more child, or several, behind the others."""
        if not self.tag.empty:
            return spliced(self._part, [(self.end, self.end, child)])
        opened = self._part[self.tag.begin : self.tag.inner].rstrip(b"/>") + b">"
        closed = f"</{self.tag.name}>".encode()
        return spliced(self._part, [(self.tag.begin, self.tag.inner, opened + child + closed)])
