"""What changed in the corpus, from Git, and the feed of new documents and of changes of status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kb.formats.atom import Feed, FeedEntry
from kb.history.log import Commit
from kb.language.dates import show_iso
from kb.model import RECORD_CLASSES
from kb.views.news import News, arrived, turned
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

HREF = "thay-doi/"
MOST_ENTRIES = 40
"""Entries of each kind in the feed: the newest, so that a hundred documents at once leave room for statuses."""
_TAG = "tag:kb-van-ban,2024:"
_KINDS = {cls.record_kind.folder: cls.record_kind.label.lower() for cls in RECORD_CLASSES}


@dataclass(frozen=True)
class ChangeRow:
    """One commit: its day, what it did in one sentence, its own title, and the records it touched."""

    day: str
    said: str
    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """(verb, names of records)."""


@dataclass(frozen=True)
class ChangesView:
    """Which statuses turned and which documents are new, the commits that changed the corpus, and the feed."""

    turned: tuple[News, ...]
    arrived: tuple[News, ...]
    rows: tuple[ChangeRow, ...] | None
    """None where the site is built without the history of the corpus."""
    feed: Hyperlink


def changes_view(snapshot: SiteSnapshot) -> ChangesView:
    """Newest first."""
    rows = None if snapshot.history is None else tuple(_row(snapshot, commit) for commit in snapshot.history)
    latest = turned(snapshot, MOST_ENTRIES), arrived(snapshot, MOST_ENTRIES)
    return ChangesView(*latest, rows, Hyperlink("Theo dõi bằng trình đọc tin (Atom)", f"{HREF}dong-tin.xml"))


def _row(snapshot: SiteSnapshot, commit: Commit) -> ChangeRow:
    done = (("Thêm", commit.added), ("Sửa", commit.edited), ("Bỏ", commit.removed))
    said = "; ".join(f"{verb.lower()} {_count(records)}" for verb, records in done if records)
    groups = tuple((verb, tuple(snapshot.link(i).text for _, i in records)) for verb, records in done if records)
    return ChangeRow(show_iso(commit.moment[:10]), said[:1].upper() + said[1:], commit.title, groups)


def _count(records: Iterable[tuple[str, str]]) -> str:
    counted = Counter(_KINDS.get(folder, folder) for folder, _ in records)
    return ", ".join(f"{count} {kind}" for kind, count in counted.items())


def feed(snapshot: SiteSnapshot, site: str) -> Feed:
    """The newest new documents and changes of status up to the day of the build; `site` is its address or empty."""
    entries = (_entry(one) for one in (*arrived(snapshot, MOST_ENTRIES), *turned(snapshot, MOST_ENTRIES)))
    base = f"{site.rstrip('/')}/{HREF}" if site else ""
    return Feed(
        f"{_TAG}dong-tin", "Kho tra cứu văn bản: văn bản mới và thay đổi tình trạng", "Kho tra cứu văn bản", base,
        tuple(sorted(entries, key=_order, reverse=True)),
    )  # fmt: skip


def _order(entry: FeedEntry) -> tuple[datetime, str]:
    return datetime.fromisoformat(entry.updated), entry.id


def _entry(news: News) -> FeedEntry:
    return FeedEntry(f"{_TAG}{news.key}", news.heading, news.moment, f"../{news.document.href}", news.said)
