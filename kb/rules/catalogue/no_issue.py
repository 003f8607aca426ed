"""Thiếu sự kiện ban hành.

Vì sao: khóa của văn bản gồm số, cơ quan và ngày ban hành; ngày chưa biết cũng phải nói là chưa biết.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: in_force, date: 2020-02-15, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: unknown, sure: read, sources: [s1]}
      - {kind: in_force, date: 2020-02-15, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT03"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        if not any(event.kind is EventKind.ISSUED for event in document.events):
            yield Problem(
                corpus.mark(document.id, ("events",)),
                CODE,
                "thiếu sự kiện ban hành (issued)",
                "thêm {kind: issued, date: …}; chưa biết ngày thì ghi unknown",
            )
