"""An Atom feed (RFC 4287): the same entries give the same bytes, and its time is that of its newest entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
NEVER = "1970-01-01T00:00:00+00:00"
"""The time of a feed in which nothing has happened yet."""


@dataclass(frozen=True)
class FeedEntry:
    """`id` is a tag URI that never changes, `updated` an RFC 3339 time, `href` a way from the feed to the page."""

    id: str
    title: str
    updated: str
    href: str
    summary: str


@dataclass(frozen=True)
class Feed:
    """`base` is the feed's own address where the site has one, else empty: ways stay relative."""

    id: str
    title: str
    author: str
    base: str
    entries: tuple[FeedEntry, ...]


def as_atom(feed: Feed) -> bytes:
    """The feed as XML in UTF-8."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set(f"{_XML}lang", "vi")
    if feed.base:
        root.set(f"{_XML}base", feed.base)
    times = [entry.updated for entry in feed.entries]
    _texts(
        root,
        (("id", feed.id), ("title", feed.title), ("updated", max(times, key=datetime.fromisoformat, default=NEVER))),
    )
    etree.SubElement(root, f"{{{_ATOM}}}link", rel="self", type="application/atom+xml", href="dong-tin.xml")
    etree.SubElement(root, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href="./")
    _texts(etree.SubElement(root, f"{{{_ATOM}}}author"), (("name", feed.author),))
    for entry in feed.entries:
        element = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _texts(element, (("id", entry.id), ("title", entry.title), ("updated", entry.updated)))
        etree.SubElement(element, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=entry.href)
        _texts(element, (("summary", entry.summary),))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _texts(parent: etree._Element, parts: Sequence[tuple[str, str]]) -> None:
    for name, text in parts:
        etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = _plain(text)


def _plain(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or ord(c) >= 0x20)
