"""Việc chỉ có thể đã xảy ra lại mang ngày ở tương lai.

Vì sao: không ai đọc được rằng văn bản còn áp dụng, đã sửa đổi hay đã tổng kết vào một ngày chưa tới.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: attested, date: 2095, sure: inferred}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: attested, date: 2025, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus.corpus import Corpus
from kb.model import Document, Programme
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT06"
_PAST = {EventKind.ATTESTED, EventKind.AMENDED, EventKind.EXTENDED, EventKind.CONCLUDED}


def check(corpus: Corpus) -> Iterator[Problem]:
    records: tuple[Document | Programme, ...] = (*each(corpus, Document), *each(corpus, Programme))
    for record in records:
        for index, event in enumerate(record.events):
            if event.kind in _PAST and event.date.is_known and event.date.first_day > date.today():
                yield Problem(
                    corpus.mark(record.id, ("events", index, "date")),
                    CODE,
                    f"“{event.kind.label}” ngày {event.date.shown} ở tương lai",
                    "kiểm tra lại năm; việc sẽ xảy ra thì ghi ở remarks",
                )
