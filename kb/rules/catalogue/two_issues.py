"""Có hai sự kiện ban hành.

Vì sao: một văn bản ban hành một lần; hai ngày thì không biết tính hiệu lực từ ngày nào.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: issued, date: 2020-01-02, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import EventKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        issues = [i for i, event in enumerate(document.events) if event.kind is EventKind.ISSUED]
        if len(issues) > 1:
            yield Problem(
                corpus.mark(document.id, ("events", issues[1])),
                CODE,
                f"có {len(issues)} sự kiện ban hành",
                "giữ lại một; nguồn nói khác nhau thì ghi ở remarks",
            )
