"""What changed in the corpus, from Git, and the feed of new documents and of changes of status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import pairwise

from kb.formats.atom import Feed, FeedEntry
from kb.history.log import Commit
from kb.language.dates import show_day, show_iso
from kb.model import RECORD_CLASSES, Document
from kb.views.site_snapshot import Hyperlink, SiteSnapshot, status_label
from kb.views.wording import title_beside_name

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
    groups: tuple[tuple[str, tuple[Hyperlink, ...]], ...]


@dataclass(frozen=True)
class ChangesView:
    """The commits that changed the corpus, and the feed."""

    rows: tuple[ChangeRow, ...] | None
    """None where the site is built without the history of the corpus."""
    feed: Hyperlink


def changes_view(snapshot: SiteSnapshot) -> ChangesView:
    """Newest first."""
    rows = None if snapshot.history is None else tuple(_row(snapshot, commit) for commit in snapshot.history)
    return ChangesView(rows, Hyperlink("Nguồn tin (Atom)", f"{HREF}dong-tin.xml"))


def _row(snapshot: SiteSnapshot, commit: Commit) -> ChangeRow:
    done = (("Thêm", commit.added), ("Sửa", commit.edited), ("Bỏ", commit.removed))
    said = "; ".join(f"{verb.lower()} {_count(records)}" for verb, records in done if records)
    groups = tuple((verb, snapshot.links(i for _, i in records)) for verb, records in done if records)
    return ChangeRow(show_iso(commit.moment[:10]), said[:1].upper() + said[1:], commit.title, groups)


def _count(records: Iterable[tuple[str, str]]) -> str:
    counted = Counter(_KINDS.get(folder, folder) for folder, _ in records)
    return ", ".join(f"{count} {kind}" for kind, count in counted.items())


def feed(snapshot: SiteSnapshot, site: str) -> Feed:
    """The newest new documents and changes of status up to the day of the build; `site` is its address or empty."""
    newest = (sorted(found, key=_order, reverse=True)[:MOST_ENTRIES] for found in (_new(snapshot), _turned(snapshot)))
    entries = sorted((entry for found in newest for entry in found), key=_order, reverse=True)
    base = f"{site.rstrip('/')}/{HREF}" if site else ""
    return Feed(
        f"{_TAG}dong-tin", "Kho tra cứu văn bản: văn bản mới và thay đổi tình trạng", "Kho tra cứu văn bản", base,
        tuple(entries),
    )  # fmt: skip


def _order(entry: FeedEntry) -> tuple[datetime, str]:
    return datetime.fromisoformat(entry.updated), entry.id


def _new(snapshot: SiteSnapshot) -> Iterator[FeedEntry]:
    """Each document, on the day it came into the corpus; without Git, on the day its sources were last checked."""
    came: dict[str, str] = {}
    for commit in snapshot.history or ():
        came.update({i: commit.moment for folder, i in commit.added if folder == Document.record_kind.folder})
    for document in snapshot.corpus.documents.values():
        checked = [source.checked for source in document.sources]
        updated = came.get(document.id) or (f"{max(checked)}T00:00:00+00:00" if checked else None)
        if updated:
            name, where = snapshot.link(document.id).text, f"../{document.page_address}"
            said = title_beside_name(document) or name
            yield FeedEntry(f"{_TAG}van-ban/{document.id}", f"Văn bản mới: {name}", updated, where, said)


def _turned(snapshot: SiteSnapshot) -> Iterator[FeedEntry]:
    for document in snapshot.corpus.documents.values():
        for before, span in pairwise(snapshot.periods(document)):
            if span.start is None or span.start > snapshot.day or span.effect.status is before.effect.status:
                continue
            day = span.start.isoformat()
            updated = datetime(span.start.year, span.start.month, span.start.day, tzinfo=timezone.utc).isoformat()
            status = status_label(span.effect.status)
            name = snapshot.link(document.id).text
            reason = f"Từ ngày {show_day(span.start)}: {status.lower()}; {span.effect.reason}."
            tag = f"{_TAG}tinh-trang/{document.id}/{day}/{span.effect.status.value}"
            yield FeedEntry(tag, f"{name}: {status.lower()}", updated, f"../{document.page_address}", reason)
