"""Dữ kiện cần kiểm tra: what is not known or weakly known, first that on which most paragraphs of the plans rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Record, is_unknown
from kb.model.vocabulary import Status
from kb.upkeep.places_to_look import PortalsRead
from kb.upkeep.stale import paragraphs_resting
from kb.upkeep.weak_facts import FIELD_WORDS, WEAK, weak_facts
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

HREF = "can-kiem-tra/"
REST = f"{HREF}con-lai/"
"""The records on which nothing rests."""


@dataclass(frozen=True)
class ToCheck:
    """A record, how many paragraphs rest on it, what is missing, what is weak and where to look."""

    link: Hyperlink
    paragraphs: int
    missing: tuple[str, ...]
    weak: tuple[tuple[str, tuple[str, ...]], ...]
    """(how sure, what is only so sure)."""
    portals: tuple[Hyperlink, ...]
    """The official portals where the record was read."""
    elsewhere: tuple[str, ...] = ()
    """Where it was read on none: the portals where other documents of its bodies were."""


@dataclass(frozen=True)
class MissingAlike:
    """Records of which the same is missing; nothing, where all that is known of them is only weak."""

    missing: tuple[str, ...]
    items: tuple[ToCheck, ...]


@dataclass(frozen=True)
class CheckingView:
    """What to check, split by whether anything rests on it."""

    carrying: tuple[ToCheck, ...]
    """Records on which some paragraph rests."""
    others: tuple[MissingAlike, ...]
    """The rest, by what is missing."""
    rest: int
    """How many the rest are."""


def checking_view(snapshot: SiteSnapshot) -> CheckingView:
    """Most paragraphs first, then most that is missing."""
    weights, read = paragraphs_resting(snapshot), PortalsRead(snapshot.corpus)
    found = []
    for record in snapshot.corpus.records.values():
        if not record.record_kind.verbatim:
            item = _item(snapshot, record, weights.get(record.id, 0), read)
            if item.missing or item.weak:
                found.append((record.id, item))
    found.sort(key=lambda one: (-one[1].paragraphs, -len(one[1].missing), one[0]))
    items = [item for _, item in found]
    rest = [item for item in items if not item.paragraphs]
    return CheckingView(tuple(i for i in items if i.paragraphs), tuple(_alike(rest)), len(rest))


def _alike(items: list[ToCheck]) -> Iterator[MissingAlike]:
    """In the order of the first item of each."""
    found: dict[tuple[str, ...], list[ToCheck]] = {}
    for item in items:
        found.setdefault(item.missing, []).append(item)
    yield from (MissingAlike(missing, tuple(own)) for missing, own in found.items())


def _item(snapshot: SiteSnapshot, record: Record, paragraphs: int, read: PortalsRead) -> ToCheck:
    missing = tuple(_missing(snapshot, record))
    weak = tuple((_begun(words), facts) for sure, words in WEAK.items() if (facts := tuple(weak_facts(record, sure))))
    places = read.places(record)
    portals = tuple(Hyperlink(host, url) for host, url in places.read)
    return ToCheck(snapshot.link(record.id), paragraphs, missing, weak, portals, places.elsewhere)


def _begun(words: str) -> str:
    """Words as a line begins with them."""
    return words[:1].upper() + words[1:]


def _missing(snapshot: SiteSnapshot, record: Record) -> Iterator[str]:
    """What is not known of a record, in words: its status, its fields, the days of its events."""
    badge = snapshot.badge(record)
    if badge and badge.status == Status.UNKNOWN.value:
        yield "tình trạng hiệu lực"
    for field in record.__struct_fields__:
        if field in FIELD_WORDS and is_unknown(getattr(record, field)):
            yield FIELD_WORDS[field]
    if record.id in snapshot.corpus.documents and not record.duties:
        yield FIELD_WORDS["duties"]
    undated = dict.fromkeys(e.kind.label.lower() for e in record.events if not e.date.is_known)
    yield from (f"ngày {label}" for label in undated)
