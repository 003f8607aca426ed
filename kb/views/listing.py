"""Lists of records: by type, issuer, year and status, of each kind, and of a topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from kb.language.dates import show_iso
from kb.language.fold import folded
from kb.model import RECORD_CLASSES, Document, Record, RecordKind
from kb.model.kinds import BODY, DOCUMENT, MODEL, OBSERVANCE, PROGRAMME, TOPIC
from kb.model.vocabulary import Level, ProgrammeType, Status
from kb.views.site_snapshot import STATUS_UNKNOWN_SHOWN, Badge, Hyperlink, SiteSnapshot
from kb.views.wording import known, title_beside_name

R = TypeVar("R", bound=Record)
YEAR_UNKNOWN = "Chưa xác định"
BY_TYPE = f"{DOCUMENT.list_address}theo-loai/"
"""The page of document types; each type is a place of it."""
BY_ISSUER = f"{DOCUMENT.list_address}theo-co-quan/"
BY_YEAR = f"{DOCUMENT.list_address}theo-nam/"
BY_STATUS = f"{DOCUMENT.list_address}theo-tinh-trang/"
WAYS = (
    Hyperlink("thể loại", BY_TYPE),
    Hyperlink("cơ quan ban hành", BY_ISSUER),
    Hyperlink("năm ban hành", BY_YEAR),
    Hyperlink("tình trạng hiệu lực", BY_STATUS),
)
"""The words and the page of each order."""
_TYPED_LISTS = {DOCUMENT: BY_TYPE, PROGRAMME: PROGRAMME.list_address}
"""The page on which the records of a kind stand by their types."""


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
    """A list: its title, its address from the root of the site, and its groups of rows."""

    title: str
    href: str
    groups: tuple[Group, ...]
    ways: tuple[Hyperlink, ...] = ()
    """The same records in other orders."""

    @property
    def by_status(self) -> bool:
        """Whether the groups are statuses, so that the rows stand in other groups on other days."""
        return self.href == BY_STATUS

    @property
    def count(self) -> int:
        """How many rows in all groups."""
        return sum(len(group.rows) for group in self.groups)


def list_of(record: Record) -> tuple[Hyperlink, ...]:
    """The lists a record stands in, from the widest, for the trail above its page."""
    kind = record.record_kind
    whole = Hyperlink(kind.label, kind.list_address)
    if kind not in _TYPED_LISTS:
        return (whole,)
    return (whole, Hyperlink(record.type_label, f"{_TYPED_LISTS[kind]}#{anchor(record.type_label)}"))


def row(snapshot: SiteSnapshot, record: Record) -> ListingRow:
    """A record as a list shows it."""
    note, about = _NOTES.get(record.record_kind), _ABOUT.get(record.record_kind)
    return ListingRow(
        Hyperlink(record.short_name, record.page_address),
        note(snapshot, record) if note else "",
        snapshot.badge(record),
        about(record) if about else "",
    )


def _day_of_issue(snapshot: SiteSnapshot, record: Record) -> str:
    return record.issued.shown if record.issued.is_known else "chưa rõ ngày ban hành"


def _size(snapshot: SiteSnapshot, record: Record) -> str:
    return f"{topic_listing(snapshot, record).count} mục"


_NOTES: dict[RecordKind, Callable[[SiteSnapshot, Record], str]] = {
    DOCUMENT: _day_of_issue,
    OBSERVANCE: lambda _, record: show_iso(record.yearly_day or ""),
    BODY: lambda _, record: ", ".join(record.abbreviations),
    TOPIC: _size,
}
"""Kind -> the few words beside the name of a record in a list."""
_ABOUT: dict[RecordKind, Callable[[Record], str]] = {
    DOCUMENT: title_beside_name,
    **dict.fromkeys((PROGRAMME, OBSERVANCE, MODEL), lambda record: known(record.summary)),
}
"""Kind -> what a list says of a record below its name."""


def document_listings(snapshot: SiteSnapshot) -> Iterator[ListingView]:
    """The documents four ways."""
    names = {i: body.name for i, body in snapshot.corpus.bodies.items()}
    labels = [status.label for status in Status if status is not Status.UNKNOWN] + [STATUS_UNKNOWN_SHOWN]
    yield _documents(snapshot, 0, "Văn bản theo thể loại", lambda d: (d.type.label,), folded)
    yield _documents(
        snapshot, 1, "Văn bản theo cơ quan ban hành", lambda d: tuple(names.get(i, i) for i in d.issuers), folded
    )
    yield _documents(snapshot, 2, "Văn bản theo năm ban hành", _year, _newest_first)
    yield _documents(
        snapshot,
        3,
        "Văn bản theo tình trạng hiệu lực",
        lambda d: (badge.label,) if (badge := snapshot.badge(d)) else (),
        labels.index,
    )


def _year(document: Document) -> tuple[str, ...]:
    return (document.issued.year or YEAR_UNKNOWN,)


def _newest_first(year: str) -> int:
    return 0 if year == YEAR_UNKNOWN else -int(year)


def _documents(
    snapshot: SiteSnapshot,
    way: int,
    title: str,
    keys: Callable[[Document], tuple[str, ...]],
    order: Callable[[str], str | int],
) -> ListingView:
    documents = sorted(snapshot.corpus.documents.values(), key=lambda d: (d.issued, d.id))
    groups = _grouped(snapshot, documents, keys, order)
    others = tuple(link for index, link in enumerate(WAYS) if index != way)
    return ListingView(title, str(WAYS[way].href), groups, others)


def _grouped(
    snapshot: SiteSnapshot,
    records: Iterable[Record],
    keys: Callable[..., tuple[str, ...]],
    order: Callable[[str], str | int],
) -> tuple[Group, ...]:
    found: dict[str, list[Record]] = {}
    for record in records:
        for key in keys(record):
            found.setdefault(key, []).append(record)
    headings = sorted(found, key=order)
    return tuple(Group(key, anchor(key), tuple(row(snapshot, r) for r in found[key])) for key in headings)


def kind_listings(snapshot: SiteSnapshot) -> Iterator[ListingView]:
    """One list of each kind: bodies by level and programmes by type, the rest without headings."""
    corpus = snapshot.corpus
    levels, types = [level.label for level in Level], [type_.label for type_ in ProgrammeType]
    bodies, programmes = _by_name(corpus.bodies.values()), _by_name(corpus.programmes.values())
    yield _list(BODY, _grouped(snapshot, bodies, lambda body: (body.level.label,), levels.index))
    yield _list(PROGRAMME, _grouped(snapshot, programmes, lambda programme: (programme.type.label,), types.index))
    days = sorted(corpus.observances.values(), key=lambda observance: observance.day)
    yield _list(OBSERVANCE, _plain(snapshot, days))
    yield _list(DOCUMENT, _plain(snapshot, _by_name(corpus.documents.values())), WAYS)
    yield _list(MODEL, _plain(snapshot, _by_name(corpus.models.values())))
    yield _list(TOPIC, _plain(snapshot, _by_name(corpus.topics.values())))


def _list(kind: RecordKind, groups: tuple[Group, ...], ways: tuple[Hyperlink, ...] = ()) -> ListingView:
    return ListingView(kind.label, kind.list_address, groups, ways)


def _by_name(records: Iterable[R]) -> list[R]:
    return sorted(records, key=lambda record: _natural(record.short_name))


def _natural(text: str) -> list[tuple[int, int | str]]:
    """Letters by letter, numbers by size: 9-CT/TW before 48-CT/TW."""
    return [(0, int(part)) if part.isdigit() else (1, part) for part in re.split(r"(\d+)", folded(text)) if part]


def _plain(snapshot: SiteSnapshot, records: Iterable[Record]) -> tuple[Group, ...]:
    """One group without a heading."""
    return (Group("", "", tuple(row(snapshot, record) for record in records)),)


def topic_listing(snapshot: SiteSnapshot, topic: Record) -> ListingView:
    """Everything about a topic, by kind."""
    groups = []
    for cls in RECORD_CLASSES:
        own = [record for record in snapshot.corpus.of(cls).values() if topic.id in record.topics]
        if own:
            label = cls.record_kind.label
            groups.append(Group(label, anchor(label), tuple(row(snapshot, record) for record in own)))
    return ListingView(topic.name_text, topic.page_address, tuple(groups))


def anchor(heading: str) -> str:
    """A heading as the place of a page: ``Thông tư`` -> ``thong-tu``."""
    return "-".join("".join(c if c.isalnum() else " " for c in folded(heading)).split())
