"""Nguồn có ngày trước sự kiện mà nó được dẫn để chứng thực.

Vì sao: bài đăng năm 2022 không thể nói một văn bản được sửa đổi năm 2025; nguồn ấy được đọc cho dữ kiện khác. Ngày sẽ
tới mà văn bản đã ghi sẵn (có hiệu lực, hết giai đoạn, bị thay thế) thì so với ngày của văn bản ghi nó.

Ví dụ sai:

    # documents/tt-1.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/b, checked: 2026-01-02, dated: 2022-03-04}
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: attested, date: 2025-05-01, sure: read, sources: [s2]}

Ví dụ đúng:

    # documents/tt-1.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/b, checked: 2026-01-02, dated: 2025-05-02}
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: attested, date: 2025-05-01, sure: read, sources: [s2]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.model import Document, Event, Programme
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT10"
_FORETOLD = {
    EventKind.IN_FORCE,
    EventKind.AMENDED,
    EventKind.EXTENDED,
    EventKind.PHASE_STARTED,
    EventKind.PHASE_ENDED,
    EventKind.SUSPENDED,
    EventKind.REPLACED,
    EventKind.REPEALED,
}
"""What a text says of days to come: its own, or those of the text that it names as the cause."""


def check(corpus: Corpus) -> Iterator[Problem]:
    records: tuple[Document | Programme, ...] = (*each(corpus, Document), *each(corpus, Programme))
    for record in records:
        dated = {source.id: source.dated for source in record.sources if source.dated and source.dated.is_known}
        for index, event in enumerate(record.events):
            earliest = _earliest(corpus, record, event)
            for place, name in enumerate(event.sources):
                if earliest and name in dated and dated[name].last_day < earliest.first_day:
                    yield Problem(
                        corpus.mark(record.id, ("events", index, "sources", place)),
                        CODE,
                        f"nguồn “{name}” ngày {dated[name].shown} không thể chứng thực “{event.kind.label}” "
                        f"({earliest.shown})",
                        "bỏ nguồn ấy khỏi sự kiện, hoặc sửa ngày của nguồn",
                    )


def _earliest(corpus: Corpus, record: Document | Programme, event: Event) -> PartialDate | None:
    """From when on a source can speak of the event; None where it is not known."""
    cause = corpus.documents.get(event.by or "")
    if event.kind not in _FORETOLD:
        known = event.date
    elif cause:
        known = cause.issued
    else:
        known = record.begun
    return known if known.is_known else None
