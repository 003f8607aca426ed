"""What of a record is only so sure, in words: facts by their best witness, events, relations, remarks."""

from __future__ import annotations

from collections.abc import Iterator

from kb.model import Event, Record
from kb.model.vocabulary import Sureness

FIELD_WORDS = {
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
    "run_by": "đơn vị thực hiện",
    "parent": "cơ quan cấp trên",
    "valid_from": "ngày thành lập",
    "valid_to": "ngày kết thúc hoạt động",
    "successors": "cơ quan kế tục",
    "expansion": "viết đầy đủ",
    "dated": "ngày ban hành",
}
"""Fields of the table in the words of a page."""
WEAK = {
    Sureness.PLAN: "chỉ thấy trong kế hoạch",
    Sureness.INFERRED: "suy ra, chưa đọc được",
    Sureness.READ: "chỉ một nguồn",
}
"""How it is said that something is only so sure, the weakest first."""


def weak_facts(record: Record, sure: Sureness) -> Iterator[str]:
    """What of the record is only so sure. A field of a kind that no page names stands under its own name."""
    yield from (FIELD_WORDS.get(fact, fact) for fact, best in best_witnesses(record).items() if best is sure)
    yield from dict.fromkeys(_event_words(event) for event in record.events if event.sure is sure)
    related = (*record.stated_relations, *record.numbered_relations)
    yield from _counted(sum(relation.sure is sure for relation in related), "quan hệ")
    yield from _counted(sum(said.sure is sure for said in record.statements), "lưu ý")


def _event_words(event: Event) -> str:
    return f"{'ngày' if event.date.is_known else 'việc'} {event.kind.label.lower()}"


def _counted(count: int, what: str) -> Iterator[str]:
    if count:
        yield f"{count} {what}"


def best_witnesses(record: Record) -> dict[str, Sureness]:
    """Field -> how sure its best witness is."""
    best: dict[str, Sureness] = {}
    order = list(Sureness)
    for witness in record.witnesses:
        for fact in witness.facts:
            best[fact] = min(best.get(fact, witness.sure), witness.sure, key=order.index)
    return best
