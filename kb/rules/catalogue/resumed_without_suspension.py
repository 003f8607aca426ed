"""Có hiệu lực trở lại mà chưa từng ngưng.

Vì sao: sự kiện ngưng hiệu lực bị thiếu hoặc ghi sai ngày, nên tình trạng giữa hai ngày tính sai.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: resumed, date: 2021-06-01, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: suspended, date: 2021-01-01, sure: read, sources: [s1]}
      - {kind: resumed, date: 2021-06-01, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "STA02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        stops = [event.date for event in document.events if event.kind is EventKind.SUSPENDED]
        # A day that is not known may be any.
        earliest = min((day.first_day if day.is_known else date.min for day in stops), default=None)
        for index, event in enumerate(document.events):
            if event.kind is not EventKind.RESUMED or not event.date.is_known:
                continue
            if earliest is None or earliest > event.date.last_day:
                yield Problem(
                    corpus.mark(document.id, ("events", index)),
                    CODE,
                    "có hiệu lực trở lại nhưng trước đó không có sự kiện ngưng hiệu lực",
                    "thêm {kind: suspended, date: …} trước sự kiện này; chưa biết ngày thì ghi unknown",
                )
