"""Có sự kiện chỉ có ở văn bản còn hiệu lực sau khi đã hết hiệu lực.

Vì sao: văn bản đã bị thay thế, bãi bỏ thì không còn được sửa đổi, có hiệu lực hay ngưng hiệu lực; ngày hoặc loại sự
kiện bị gõ sai.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: repealed, date: 2022-01-01, sure: read, sources: [s1]}
      - {kind: suspended, date: 2023-01-01, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: suspended, date: 2021-01-01, sure: read, sources: [s1]}
      - {kind: repealed, date: 2022-01-01, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.model import Document
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "STA01"
_ALIVE = {EventKind.IN_FORCE, EventKind.AMENDED, EventKind.EXTENDED, EventKind.SUSPENDED, EventKind.RESUMED}


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        ends = [event.date for event in document.events if event.kind.is_ending and event.date.is_known]
        end = min(ends, default=PartialDate.UNKNOWN)
        for index, event in enumerate(document.events):
            if not ends or event.kind not in _ALIVE or not event.date.is_known:
                continue
            if event.date.first_day > end.last_day:
                yield Problem(
                    corpus.mark(document.id, ("events", index)),
                    CODE,
                    f"“{event.kind.label}” ngày {event.date.shown}, sau khi hết hiệu lực {end.shown}",
                    "kiểm tra lại loại và ngày của hai sự kiện",
                )
