"""Lists of records: by type, issuer, year and status, of each kind, and of a topic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kb.effect import cite_name, show_date
from kb.model import UNKNOWN, Document, Record, Topic
from kb.number import fold
from kb.views.common import Badge, Link, Shelf, address, known


@dataclass(frozen=True)
class Row:
    """One record in a list."""

    link: Link
    title: str
    day: str
    badge: Badge | None


@dataclass(frozen=True)
class Group:
    """Rows under one heading; `anchor` is its place on the page."""

    heading: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class ListingView:
    title: str
    href: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many rows in all groups."""
        return sum(len(group.rows) for group in self.groups)


def row(shelf: Shelf, record: Record) -> Row:
    """A record as a list shows it."""
    if isinstance(record, Document):
        return Row(
            Link(cite_name(record), address(record)), known(record.title), show_date(record.issued), shelf.badge(record)
        )
    return Row(Link(record.name_text, address(record)), "", "", shelf.badge(record))


def document_listings(shelf: Shelf) -> tuple[ListingView, ...]:
    """The documents four ways."""
    issuers = {i: body.name for i, body in shelf.corpus.bodies.items()}
    return (
        _documents(shelf, "Văn bản theo thể loại", "theo-loai", lambda d: (d.type.label,)),
        _documents(
            shelf,
            "Văn bản theo cơ quan ban hành",
            "theo-co-quan",
            lambda d: tuple(issuers.get(i, i) for i in d.issuers),
        ),
        _documents(shelf, "Văn bản theo năm ban hành", "theo-nam", _year, newest_first=True),
        _documents(
            shelf,
            "Văn bản theo tình trạng hiệu lực hôm nay",
            "theo-tinh-trang",
            lambda d: (badge.label,) if (badge := shelf.badge(d)) else (),
        ),
    )


def _year(document: Document) -> tuple[str, ...]:
    return ("Chưa xác định" if document.issued == UNKNOWN else document.issued[:4],)


def _documents(
    shelf: Shelf, title: str, name: str, keys: Callable[[Document], tuple[str, ...]], newest_first: bool = False
) -> ListingView:
    found: dict[str, list[Document]] = {}
    for document in sorted(shelf.corpus.documents.values(), key=lambda d: (d.issued, d.id)):
        for key in keys(document):
            found.setdefault(key, []).append(document)
    names = sorted(found, key=fold, reverse=newest_first)
    groups = (Group(key, anchor(key), tuple(row(shelf, d) for d in found[key])) for key in names)
    return ListingView(title, f"van-ban/{name}/", tuple(groups))


def plain_listing(shelf: Shelf, title: str, href: str, records: Iterable[Record]) -> ListingView:
    """One list without headings, in the order of names."""
    ordered = sorted(records, key=lambda r: fold(r.name_text))
    return ListingView(title, href, (Group("", "", tuple(row(shelf, r) for r in ordered)),))


def topic_listing(shelf: Shelf, topic: Topic) -> ListingView:
    """Everything about a topic, by kind."""
    groups = []
    for kind in (shelf.corpus.documents, shelf.corpus.programmes, shelf.corpus.observances, shelf.corpus.models):
        own = [record for record in kind.values() if topic.id in getattr(record, "topics", ())]
        if own:
            groups.append(Group(own[0].kind_label, anchor(own[0].kind_label), tuple(row(shelf, r) for r in own)))
    return ListingView(topic.label, address(topic), tuple(groups))


def anchor(heading: str) -> str:
    """A heading as the place of a page: ``Thông tư`` -> ``thong-tu``."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(heading)).split())
