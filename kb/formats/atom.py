"""Atom feeds (RFC 4287). The same entries give the same bytes: a feed's time is that of its newest entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from kb.formats.visible import visible

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
NEVER = "1970-01-01T00:00:00+00:00"
"""The time of a feed without entries; RFC 4287 asks for one (atom:updated, section 4.2.15)."""


@dataclass(frozen=True)
class FeedEntry:
    """An entry (RFC 4287, section 4.1.2): plain text in `title` and `summary`.

    `id` is a tag URI (RFC 4151) that never changes, `updated` an RFC 3339 time with its offset, `href` an address
    relative to the feed.
    """

    id: str
    title: str
    updated: str
    href: str
    summary: str


@dataclass(frozen=True)
class Feed:
    """A feed (RFC 4287, section 4.1.1), its entries in the order in which they are written.

    `id` is a tag URI that never changes. `base` is the address of the site, put into xml:base; empty where it is not
    known, and addresses are then resolved from where the feed was read.
    """

    id: str
    title: str
    author: str
    base: str
    entries: tuple[FeedEntry, ...]


def as_atom(feed: Feed) -> bytes:
    """The feed as XML in UTF-8, its language Vietnamese; control characters, which XML cannot hold, are shown.

    Raises ValueError for an entry whose `updated` is no ISO time.
    """
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set(f"{_XML}lang", "vi")
    if feed.base:
        root.set(f"{_XML}base", visible(feed.base))
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
        etree.SubElement(element, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=visible(entry.href))
        _texts(element, (("summary", entry.summary),))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _texts(parent: etree._Element, parts: Sequence[tuple[str, str]]) -> None:
    for name, text in parts:
        etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = visible(text)
