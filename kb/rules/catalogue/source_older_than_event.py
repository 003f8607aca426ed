"""Nguồn kiểm tra trước khi sự kiện xảy ra.

Vì sao: nguồn đọc trước ngày ban hành không thể chứng thực việc ban hành; một trong hai ngày bị gõ sai.

Ví dụ sai:

    # documents/tt-1.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/b, checked: 2024-01-02}
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: amended, date: 2025-05-01, sure: read, sources: [s2]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: amended, date: 2025-05-01, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus.corpus import Corpus
from kb.model import Document, Programme
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT09"
_FORETOLD = {EventKind.IN_FORCE, EventKind.PHASE_STARTED, EventKind.PHASE_ENDED, EventKind.REPLACED, EventKind.REPEALED}
"""What a text can say of a day to come."""


def check(corpus: Corpus) -> Iterator[Problem]:
    records: tuple[Document | Programme, ...] = (*each(corpus, Document), *each(corpus, Programme))
    for record in records:
        checked = {source.id: source.checked for source in record.sources}
        for index, event in enumerate(record.events):
            days = [checked[name] for name in event.sources if name in checked]
            if event.kind in _FORETOLD or not event.date.is_known or not days:
                continue
            if max(days).first_day < event.date.first_day <= date.today():
                yield Problem(
                    corpus.mark(record.id, ("events", index, "sources")),
                    CODE,
                    f"nguồn kiểm tra {max(days).shown}, trước “{event.kind.label}” ngày {event.date.shown}",
                    "kiểm tra lại ngày checked của nguồn và ngày của sự kiện",
                )
