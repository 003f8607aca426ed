"""The web addresses of a record, and which of them stand on portals of the State and the Party."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from kb.model import Record
from kb.model.values import leading_address

_OFFICIAL = (".gov.vn", ".chinhphu.vn", ".quochoi.vn", ".vbpl.vn", ".dangcongsan.vn", ".congbao.vn")
"""Ends of the names of the portals of the State and the Party."""


def addresses(record: Record) -> Iterator[str]:
    """The web addresses of a record: its links, and the sources that are pages."""
    yield from (link.url for link in record.web_links)
    yield from filter(None, (leading_address(source.where) for source in record.sources))


def portals_of(record: Record) -> dict[str, str]:
    """Portal -> the first address on it among the record's links and sources, in the order of the names."""
    hosts: dict[str, str] = {}
    for url in addresses(record):
        if host := portal(url):
            hosts.setdefault(host, url)
    return dict(sorted(hosts.items()))


def portal(url: str) -> str:
    """The name of the portal that an address stands on; empty where it is none of the State's or the Party's."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return host if f".{host}".endswith(_OFFICIAL) else ""
