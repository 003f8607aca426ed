"""Giai đoạn kéo dài hơn giai đoạn của chương trình, văn bản làm cơ sở.

Vì sao: phần không sống lâu hơn toàn thể; một họ chương trình, quyết định, nghị quyết phải có cùng một giai đoạn, nếu
không trang này nói đang triển khai mà trang kia nói đã hết.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2025, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    events:
      - {kind: issued, date: 2020-01-02, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2030, sure: read, sources: [s1]}
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2025, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    events:
      - {kind: issued, date: 2020-01-02, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2025, sure: read, sources: [s1]}
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.model import Document, Programme, Record
from kb.model.vocabulary import EventKind, RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT10"
_RESTS = {
    RelationKind.CAN_CU,
    RelationKind.TRIEN_KHAI,
    RelationKind.HUONG_DAN,
    RelationKind.QUY_DINH_CHI_TIET,
    RelationKind.CU_THE_HOA,
    RelationKind.BAN_HANH_KEM_THEO,
}


def check(corpus: Corpus) -> Iterator[Problem]:
    records: tuple[Document | Programme, ...] = (*each(corpus, Document), *each(corpus, Programme))
    for record in records:
        end, place = last_phase(record)
        for base in _bases(corpus, record) if end else ():
            limit, _ = last_phase(base)
            if end and limit and end.first_day > limit.last_day:
                yield Problem(
                    corpus.mark(record.id, ("events", place, "date")),
                    CODE,
                    f"giai đoạn đến {end.shown}, trong khi {base.short_name} chỉ đến {limit.shown}",
                    "kiểm tra hai ngày hết giai đoạn, và sự kiện kéo dài nếu có",
                )


def last_phase(record: Record) -> tuple[PartialDate | None, int]:
    """The end of the phase that reaches furthest, and its place among the events; None where no end is known."""
    ends = [
        (event.date.last_day, event.date, index)
        for index, event in enumerate(record.events)
        if event.kind is EventKind.PHASE_ENDED and event.date.is_known
    ]
    if not ends:
        return None, 0
    _, end, place = max(ends, key=lambda found: found[0])
    return end, place


def _bases(corpus: Corpus, record: Record) -> Iterator[Record]:
    """What the record rests on or is a part of."""
    named = [relation.to for relation in record.stated_relations if relation.kind in _RESTS]
    named += [reference.id for reference in record.references() if reference.path == ("part_of",)]
    return (corpus.records[i] for i in dict.fromkeys(named) if i in corpus.records and i != record.id)
