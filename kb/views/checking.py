"""Dữ kiện cần kiểm tra: what is not known or weakly known, first that on which most paragraphs of the plans rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from kb.model import UNKNOWN, Document, Observance, Plan, Programme, Record, Sourced
from kb.stale import addresses, paragraphs_resting
from kb.stated import stated
from kb.views.common import Badge, Link, Shelf
from kb.vocabulary import Status, Sureness

HREF = "can-kiem-tra/"
FIELDS = {
    "number": "số, ký hiệu",
    "title": "tên, trích yếu",
    "issuers": "cơ quan ban hành",
    "signer": "người ký",
    "summary": "tóm tắt",
    "applies_to": "áp dụng cho ai",
    "duties": "phải làm gì",
    "name": "tên gọi",
    "led_by": "cơ quan chủ trì",
    "launched": "ngày bắt đầu",
    "day": "ngày",
    "locality": "địa phương",
    "parent": "cơ quan cấp trên",
    "valid_from": "ngày thành lập",
    "valid_to": "ngày kết thúc hoạt động",
    "successors": "cơ quan kế tục",
    "expansion": "viết đầy đủ",
    "dated": "ngày ban hành",
}
"""Fields of the table in the words of a page."""
_OFFICIAL = (".gov.vn", "chinhphu.vn", "quochoi.vn", "vbpl.vn", "dangcongsan.vn", "congbao.vn")
"""Ends of the names of the portals of the State and the Party."""
_WEAK = {
    Sureness.PLAN: "Chỉ thấy trong kế hoạch",
    Sureness.INFERRED: "Suy ra, chưa đọc được",
    Sureness.READ: "Chỉ một nguồn",
}


@dataclass(frozen=True)
class ToCheck:
    """A record, how many paragraphs rest on it, what is missing, what is weak and where to look."""

    link: Link
    badge: Badge | None
    paragraphs: int
    missing: tuple[str, ...]
    weak: tuple[tuple[str, tuple[str, ...]], ...]
    """(how sure, what is only so sure)."""
    portals: tuple[Link, ...]


@dataclass(frozen=True)
class CheckingView:
    carrying: tuple[ToCheck, ...]
    """Records on which some paragraph rests."""
    others: tuple[ToCheck, ...]


def checking_view(shelf: Shelf) -> CheckingView:
    """Most paragraphs first, then most that is missing."""
    weights = paragraphs_resting(shelf.corpus)
    found = []
    for record in shelf.corpus.records.values():
        if isinstance(record, Sourced) and not isinstance(record, Plan):
            item = _item(shelf, record, weights.get(record.id, 0))
            if item.missing or item.weak:
                found.append((record.id, item))
    found.sort(key=lambda one: (-one[1].paragraphs, -len(one[1].missing), one[0]))
    items = [item for _, item in found]
    return CheckingView(tuple(i for i in items if i.paragraphs), tuple(i for i in items if not i.paragraphs))


def _item(shelf: Shelf, record: Sourced, paragraphs: int) -> ToCheck:
    badge = shelf.badge(record)
    missing = tuple(_missing(record, badge))
    weak = tuple((words, facts) for sure, words in _WEAK.items() if (facts := tuple(_weak(record, sure))))
    return ToCheck(shelf.link(record.id), badge, paragraphs, missing, weak, tuple(_portals(record)))


def _missing(record: Record, badge: Badge | None) -> Iterator[str]:
    if badge and badge.status == Status.UNKNOWN.value:
        yield "tình trạng hiệu lực"
    for field in type(record).model_fields:
        if field in FIELDS and getattr(record, field) == UNKNOWN:
            yield FIELDS[field]
    if isinstance(record, Document) and not record.duties:
        yield FIELDS["duties"]
    if isinstance(record, (Document, Programme)):
        undated = dict.fromkeys(e.kind.label.lower() for e in record.events if e.date == UNKNOWN)
        yield from (f"ngày {label}" for label in undated)


def _weak(record: Sourced, sure: Sureness) -> Iterator[str]:
    """Facts whose best witness is only so sure, then events and relations likewise."""
    best: dict[str, Sureness] = {}
    order = list(Sureness)
    for witness in record.witnesses:
        for fact in witness.facts:
            best[fact] = min(best.get(fact, witness.sure), witness.sure, key=order.index)
    yield from (FIELDS.get(fact, fact) for fact, found in best.items() if found is sure and fact in FIELDS)
    if isinstance(record, (Document, Programme)):
        labels = (e.kind.label.lower() for e in record.events if e.sure is sure and e.date != UNKNOWN)
        yield from (f"ngày {label}" for label in dict.fromkeys(labels))
    if isinstance(record, (Document, Programme, Observance)):
        count = sum(path[0] in ("relations", "founding") and w.sure is sure for path, w in stated(record))
        if count:
            yield f"{count} quan hệ"


def _portals(record: Sourced) -> Iterator[Link]:
    """The official portals among the record's sources and links, each once."""
    hosts: dict[str, str] = {}
    for url in addresses(record):
        host = urlsplit(url).hostname or ""
        if host.endswith(_OFFICIAL):
            hosts.setdefault(host.removeprefix("www."), url)
    return (Link(host, url) for host, url in sorted(hosts.items()))
