"""Where a second source of a record may be found: the official portals that speak of it, or of its bodies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.upkeep.addresses import portals_of

_MOST_PORTALS = 3


@dataclass(frozen=True)
class PlacesToLook:
    """Where to look: `read` on this record already, each portal with an address, or else those of its bodies."""

    read: tuple[tuple[str, str], ...]
    elsewhere: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """In words, as the end of a sentence."""
        if self.read:
            return ", ".join(url for _, url in self.read)
        if self.elsewhere:
            found = ", ".join(self.elsewhere)
            return f"chưa đọc ở cổng thông tin chính thức nào; văn bản khác của cùng cơ quan đã đọc tại {found}"
        return "chưa đọc ở cổng thông tin chính thức nào; hỏi cơ quan ban hành hoặc cơ quan lưu bản gốc"


class PortalsRead:
    """On which portals the documents of each body of a corpus were read."""

    def __init__(self, corpus: Corpus) -> None:
        self._by_body: dict[str, Counter[str]] = {}
        for document in corpus.documents.values():
            for body in document.issuers:
                self._by_body.setdefault(body, Counter()).update(list(portals_of(document)))

    def places(self, record: Record) -> PlacesToLook:
        """Where to look for what is said of a record."""
        read = tuple(portals_of(record).items())
        bodies = record.responsible_bodies if record.has_effect else ()  # what has no effect is published on no portal
        found = sum((self._by_body.get(body, Counter()) for body in bodies), Counter[str]())
        nearest = sorted(found, key=lambda host: (-found[host], host))[:_MOST_PORTALS]
        return PlacesToLook(read, () if read else tuple(nearest))
