"""The portals of the State and the Party on which a record was read, and the official text of a document."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from kb.model import Record
from kb.upkeep.stale import addresses
from kb.views.site_snapshot import Hyperlink

_OFFICIAL = (".gov.vn", ".chinhphu.vn", ".quochoi.vn", ".vbpl.vn", ".dangcongsan.vn", ".congbao.vn")
"""Ends of the names of the portals of the State and the Party."""


def portals(record: Record) -> Iterator[Hyperlink]:
    """The official portals among the record's sources and links, each once, by name."""
    hosts: dict[str, str] = {}
    for url in addresses(record):
        if host := _official(url):
            hosts.setdefault(host, url)
    return (Hyperlink(host, url) for host, url in sorted(hosts.items()))


def texts(record: Record) -> tuple[tuple[Hyperlink, ...], tuple[Hyperlink, ...]]:
    """Where the text of the record stands: on official portals, then elsewhere. A source may only speak of it."""
    official: list[Hyperlink] = []
    other: list[Hyperlink] = []
    for link in record.web_links:
        host = _official(link.url)
        said = Hyperlink(f"{link.label} ({host})" if host else link.label, link.url)
        (official if host else other).append(said)
    return tuple(official), tuple(other)


def _official(url: str) -> str:
    """The name of the portal that an address stands on; empty where it is none of the State's or the Party's."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return host if f".{host}".endswith(_OFFICIAL) else ""
