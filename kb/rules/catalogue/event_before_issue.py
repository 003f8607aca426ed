"""Sự kiện đứng trước ngày ban hành.

Vì sao: văn bản không thể có hiệu lực, bị sửa đổi trước khi ra đời. Giai đoạn của chương trình thì có thể bắt đầu trước
quyết định phê duyệt.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: in_force, date: 2019-12-31, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: in_force, date: 2020-02-15, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        issued = document.issued  # looked for among the events, so asked for once
        if not issued.is_known:
            continue
        for index, event in enumerate(document.events):
            if not event.date.is_known or event.kind is EventKind.PHASE_STARTED:
                continue
            if event.date.last_day < issued.first_day:
                yield Problem(
                    corpus.mark(document.id, ("events", index, "date")),
                    CODE,
                    f"“{event.kind.label}” ngày {event.date.shown} đứng trước ngày ban hành {issued.shown}",
                    "kiểm tra lại hai ngày trên bản gốc",
                )
