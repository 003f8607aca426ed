"""Where the text of a document stands: on the portals of the State and the Party, and elsewhere."""

from __future__ import annotations

from kb.model import Record
from kb.upkeep.addresses import portal
from kb.views.site_snapshot import Hyperlink


def texts(record: Record) -> tuple[tuple[Hyperlink, ...], tuple[Hyperlink, ...]]:
    """Where the text of the record stands: on official portals, then elsewhere. A source may only speak of it."""
    official: list[Hyperlink] = []
    other: list[Hyperlink] = []
    for link in record.web_links:
        host = portal(link.url)
        said = Hyperlink(f"{link.label} ({host})" if host else link.label, link.url)
        (official if host else other).append(said)
    return tuple(official), tuple(other)
