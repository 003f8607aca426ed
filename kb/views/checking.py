"""Dữ kiện cần kiểm tra: what is not known or weakly known, first that on which most paragraphs of the plans rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.model import Record, is_unknown
from kb.model.vocabulary import Status, Sureness
from kb.upkeep.stale import paragraphs_resting
from kb.views.portals import portals
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

HREF = "can-kiem-tra/"
REST = f"{HREF}con-lai/"
"""The records on which nothing rests."""
FIELDS = {
    "number": "số, ký hiệu",
    "title": "tên, trích yếu",
    "issuers": "cơ quan ban hành",
    "place": "nơi ban hành",
    "signer": "người ký",
    "recipients": "nơi nhận",
    "summary": "tóm tắt",
    "applies_to": "đối tượng áp dụng",
    "duties": "trách nhiệm, nhiệm vụ",
    "provisions": "nguyên văn theo bố cục",
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
_MOST_PORTALS = 3
_WEAK = {
    Sureness.PLAN: "Chỉ thấy trong kế hoạch",
    Sureness.INFERRED: "Suy ra, chưa đọc được",
    Sureness.READ: "Chỉ một nguồn",
}


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
class CheckingView:
    """What to check, split by whether anything rests on it."""

    carrying: tuple[ToCheck, ...]
    """Records on which some paragraph rests."""
    others: tuple[ToCheck, ...]


def checking_view(snapshot: SiteSnapshot) -> CheckingView:
    """Most paragraphs first, then most that is missing."""
    weights, read = paragraphs_resting(snapshot), _read_of(snapshot)
    found = []
    for record in snapshot.corpus.records.values():
        if not record.record_kind.verbatim:
            item = _item(snapshot, record, weights.get(record.id, 0), read)
            if item.missing or item.weak:
                found.append((record.id, item))
    found.sort(key=lambda one: (-one[1].paragraphs, -len(one[1].missing), one[0]))
    items = [item for _, item in found]
    return CheckingView(tuple(i for i in items if i.paragraphs), tuple(i for i in items if not i.paragraphs))


def _item(snapshot: SiteSnapshot, record: Record, paragraphs: int, read: Mapping[str, Counter[str]]) -> ToCheck:
    missing = tuple(_missing(snapshot, record))
    weak = tuple((words, facts) for sure, words in _WEAK.items() if (facts := tuple(_weak(record, sure))))
    read_on = tuple(portals(record))
    elsewhere = () if read_on else tuple(_elsewhere(record, read))
    return ToCheck(snapshot.link(record.id), paragraphs, missing, weak, read_on, elsewhere)


def _missing(snapshot: SiteSnapshot, record: Record) -> Iterator[str]:
    """What is not known of a record, in words: its status, its fields, the days of its events."""
    badge = snapshot.badge(record)
    if badge and badge.status == Status.UNKNOWN.value:
        yield "tình trạng hiệu lực"
    for field in record.__struct_fields__:
        if field in FIELDS and is_unknown(getattr(record, field)):
            yield FIELDS[field]
    if record.id in snapshot.corpus.documents and not record.duties:
        yield FIELDS["duties"]
    undated = dict.fromkeys(e.kind.label.lower() for e in record.events if not e.date.is_known)
    yield from (f"ngày {label}" for label in undated)


def _weak(record: Record, sure: Sureness) -> Iterator[str]:
    """What is only so sure: facts by their best witness, then events, then relations."""
    yield from (FIELDS[fact] for fact, best in _best_witnesses(record).items() if best is sure and fact in FIELDS)
    labels = (e.kind.label.lower() for e in record.events if e.sure is sure and e.date.is_known)
    yield from (f"ngày {label}" for label in dict.fromkeys(labels))
    count = sum(relation.sure is sure for relation in record.stated_relations)
    if count:
        yield f"{count} quan hệ"


def _best_witnesses(record: Record) -> dict[str, Sureness]:
    """Field -> how sure its best witness is."""
    best: dict[str, Sureness] = {}
    order = list(Sureness)
    for witness in record.witnesses:
        for fact in witness.facts:
            best[fact] = min(best.get(fact, witness.sure), witness.sure, key=order.index)
    return best


def _read_of(snapshot: SiteSnapshot) -> dict[str, Counter[str]]:
    """How many documents of each body were read on each official portal."""
    read: dict[str, Counter[str]] = {}
    for document in snapshot.corpus.documents.values():
        hosts = {link.text for link in portals(document)}
        for body in document.issuers:
            read.setdefault(body, Counter()).update(hosts)
    return read


def _elsewhere(record: Record, read: Mapping[str, Counter[str]]) -> Iterator[str]:
    bodies = record.responsible_bodies if record.has_effect else ()  # what has no effect is published on no portal
    found = sum((read.get(body, Counter()) for body in bodies), Counter[str]())
    yield from sorted(found, key=lambda host: (-found[host], host))[:_MOST_PORTALS]
