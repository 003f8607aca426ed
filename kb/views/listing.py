"""Lists of records: by type, issuer, year and status, of each kind, and of a topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kb.language.dates import show_iso
from kb.language.fold import folded
from kb.law.cite import cite_name
from kb.model import Body, Document, Model, Observance, Programme, Record, Topic
from kb.model.vocabulary import Level, ProgrammeType, Status
from kb.views.common import STATUS_UNKNOWN_SHOWN, Badge, Hyperlink, Shelf, address, known, title_beside_name

YEAR_UNKNOWN = "Chưa xác định"
_LISTS = {
    "programme": ("Chương trình, phong trào", "chuong-trinh/"),
    "observance": ("Ngày kỷ niệm, hưởng ứng", "ngay/"),
    "body": ("Cơ quan, tổ chức", "co-quan/"),
    "model": ("Mô hình", "mo-hinh/"),
    "document": ("Văn bản", "van-ban/"),
    "topic": ("Chủ đề", "chu-de/"),
}
TYPES = "van-ban/theo-loai/"
"""The page of document types; each type is a place of it."""
_WAYS = (
    Hyperlink("thể loại", TYPES),
    Hyperlink("cơ quan ban hành", "van-ban/theo-co-quan/"),
    Hyperlink("năm ban hành", "van-ban/theo-nam/"),
    Hyperlink("tình trạng hiệu lực", "van-ban/theo-tinh-trang/"),
)


@dataclass(frozen=True)
class ListingRow:
    """One record in a list: its name, a few words beside it, its status, and what it is about."""

    link: Hyperlink
    note: str
    badge: Badge | None
    about: str


@dataclass(frozen=True)
class Group:
    """Rows under one heading; `anchor` is its place on the page."""

    heading: str
    anchor: str
    rows: tuple[ListingRow, ...]


@dataclass(frozen=True)
class ListingView:
    title: str
    href: str
    groups: tuple[Group, ...]
    ways: tuple[Hyperlink, ...] = ()
    """The same records in other orders."""

    @property
    def count(self) -> int:
        """How many rows in all groups."""
        return sum(len(group.rows) for group in self.groups)


def list_of(record: Record) -> tuple[Hyperlink, ...]:
    """The lists a record stands in, from the widest, for the trail above its page."""
    title, href = _LISTS[record.kind]
    trail = [Hyperlink(title, href)]
    if isinstance(record, Document):
        trail.append(Hyperlink(record.type.label, f"{TYPES}#{anchor(record.type.label)}"))
    if isinstance(record, Programme):
        trail.append(Hyperlink(record.type.label, f"{href}#{anchor(record.type.label)}"))
    return tuple(trail)


def row(shelf: Shelf, record: Record) -> ListingRow:
    """A record as a list shows it."""
    if isinstance(record, Document):
        day = record.issued.shown if record.issued.is_known else "chưa rõ ngày ban hành"
        return ListingRow(
            Hyperlink(cite_name(record), address(record)), day, shelf.badge(record), title_beside_name(record)
        )
    note, about = "", ""
    if isinstance(record, Observance):
        note = show_iso(record.day)
    elif isinstance(record, Body):
        note = ", ".join(record.abbreviations)
    elif isinstance(record, Topic):
        note = f"{topic_listing(shelf, record).count} bản ghi"
    if isinstance(record, (Programme, Observance, Model)):
        about = known(record.summary)
    return ListingRow(Hyperlink(record.name_text, address(record)), note, shelf.badge(record), about)


def document_listings(shelf: Shelf) -> Iterator[ListingView]:
    """The documents four ways."""
    names = {i: body.name for i, body in shelf.corpus.bodies.items()}
    labels = [status.label for status in Status if status is not Status.UNKNOWN] + [STATUS_UNKNOWN_SHOWN]
    yield _documents(shelf, 0, "Văn bản theo thể loại", lambda d: (d.type.label,), folded)
    yield _documents(
        shelf, 1, "Văn bản theo cơ quan ban hành", lambda d: tuple(names.get(i, i) for i in d.issuers), folded
    )
    yield _documents(shelf, 2, "Văn bản theo năm ban hành", _year, _newest_first)
    yield _documents(
        shelf,
        3,
        "Văn bản theo tình trạng hiệu lực hôm nay",
        lambda d: (badge.label,) if (badge := shelf.badge(d)) else (),
        labels.index,
    )


def _year(document: Document) -> tuple[str, ...]:
    return (document.issued.year or YEAR_UNKNOWN,)


def _newest_first(year: str) -> int:
    return 0 if year == YEAR_UNKNOWN else -int(year)


def _documents(
    shelf: Shelf,
    way: int,
    title: str,
    keys: Callable[[Document], tuple[str, ...]],
    order: Callable[[str], str | int],
) -> ListingView:
    documents = sorted(shelf.corpus.documents.values(), key=lambda d: (d.issued, d.id))
    groups = _grouped(shelf, documents, keys, order)
    others = tuple(link for index, link in enumerate(_WAYS) if index != way)
    return ListingView(title, str(_WAYS[way].href), groups, others)


def _grouped(
    shelf: Shelf,
    records: Iterable[Record],
    keys: Callable[..., tuple[str, ...]],
    order: Callable[[str], str | int],
) -> tuple[Group, ...]:
    found: dict[str, list[Record]] = {}
    for record in records:
        for key in keys(record):
            found.setdefault(key, []).append(record)
    headings = sorted(found, key=order)
    return tuple(Group(key, anchor(key), tuple(row(shelf, r) for r in found[key])) for key in headings)


def kind_listings(shelf: Shelf) -> Iterator[ListingView]:
    """One list of each kind: bodies by level and programmes by type, the rest without headings."""
    corpus = shelf.corpus
    levels, types = [level.label for level in Level], [type_.label for type_ in ProgrammeType]
    title, href = _LISTS["body"]
    bodies = _by_name(corpus.bodies.values())
    yield ListingView(title, href, _grouped(shelf, bodies, lambda b: (b.level.label,), levels.index))
    title, href = _LISTS["programme"]
    programmes = _by_name(corpus.programmes.values())
    yield ListingView(title, href, _grouped(shelf, programmes, lambda p: (p.type.label,), types.index))
    days = sorted(corpus.observances.values(), key=lambda observance: observance.day)
    yield _plain(shelf, "observance", days)
    yield _plain(shelf, "document", _by_name(corpus.documents.values()), _WAYS)
    for kind, records in (("model", corpus.models), ("topic", corpus.topics)):
        yield _plain(shelf, kind, _by_name(records.values()))


def _by_name(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda r: _natural(cite_name(r) if isinstance(r, Document) else r.name_text))


def _natural(text: str) -> list[tuple[int, int | str]]:
    """Letters by letter, numbers by size: 9-CT/TW before 48-CT/TW."""
    return [(0, int(part)) if part.isdigit() else (1, part) for part in re.split(r"(\d+)", folded(text)) if part]


def _plain(shelf: Shelf, kind: str, records: Iterable[Record], ways: tuple[Hyperlink, ...] = ()) -> ListingView:
    title, href = _LISTS[kind]
    return ListingView(title, href, (Group("", "", tuple(row(shelf, r) for r in records)),), ways)


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
    return "-".join("".join(c if c.isalnum() else " " for c in folded(heading)).split())
