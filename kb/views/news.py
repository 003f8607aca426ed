"""What is new for who rests on documents: those that came into the corpus, and those whose status turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import pairwise

from kb.language.dates import show_iso
from kb.model import Document
from kb.views.site_snapshot import Hyperlink, SiteSnapshot, status_label
from kb.views.wording import title_beside_name


@dataclass(frozen=True)
class News:
    """`key` never changes; `moment` is RFC 3339 with its offset; `said` is a sentence about the document."""

    key: str
    document: Hyperlink
    moment: str
    heading: str
    said: str

    @property
    def day(self) -> str:
        """The day in words."""
        return show_iso(self.moment[:10])


def arrived(snapshot: SiteSnapshot, most: int) -> tuple[News, ...]:
    """The documents that came into the corpus last, the latest first."""
    return _latest(_arrived(snapshot), most)


def turned(snapshot: SiteSnapshot, most: int) -> tuple[News, ...]:
    """The statuses that turned last up to the day of the snapshot, the latest first."""
    return _latest(_turned(snapshot), most)


def _latest(news: Iterator[News], most: int) -> tuple[News, ...]:
    return tuple(sorted(news, key=lambda one: (datetime.fromisoformat(one.moment), one.key), reverse=True)[:most])


def _arrived(snapshot: SiteSnapshot) -> Iterator[News]:
    """Each document, on the day it came into the corpus; without Git, on the day its sources were last checked."""
    came: dict[str, str] = {}
    for commit in snapshot.history or ():
        came.update({i: commit.moment for folder, i in commit.added if folder == Document.record_kind.folder})
    for document in snapshot.corpus.documents.values():
        checked = [source.checked for source in document.sources]
        moment = came.get(document.id) or (f"{max(checked)}T00:00:00+00:00" if checked else None)
        if moment:
            link = snapshot.link(document.id)
            said = title_beside_name(document) or link.text
            yield News(f"van-ban/{document.id}", link, moment, f"Văn bản mới: {link.text}", said)


def _turned(snapshot: SiteSnapshot) -> Iterator[News]:
    for document in snapshot.corpus.documents.values():
        for before, span in pairwise(snapshot.periods(document)):
            if span.start is None or span.start > snapshot.day or span.effect.status is before.effect.status:
                continue
            moment = datetime(span.start.year, span.start.month, span.start.day, tzinfo=timezone.utc).isoformat()
            link, label = snapshot.link(document.id), status_label(span.effect.status).lower()
            key = f"tinh-trang/{document.id}/{span.start.isoformat()}/{span.effect.status.value}"
            said = f"{label[:1].upper()}{label[1:]}: {span.effect.reason}."
            yield News(key, link, moment, f"{link.text}: {label}", said)
