"""Ngày ban hành ở tương lai.

Vì sao: văn bản chưa ban hành thì chưa đọc được; ngày ở tương lai thường là gõ nhầm năm.

Ví dụ sai:

    # documents/tt-9.yaml
    number: 09/2090/TT-BA
    events:
      - {kind: issued, date: 2090-01-01, sure: read, sources: [s2]}
    witnesses:
      - {facts: [number, issuers, title], sure: read, sources: [s2]}
    sources:
      - {id: s2, where: https://example.vn/a, checked: 2026-01-02}

Ví dụ đúng:

    # documents/tt-9.yaml
    number: 09/2020/TT-BA
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT05"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        if document.issued.is_known and document.issued.first_day > date.today():
            yield Problem(
                corpus.mark(document.id, ("events",)),
                CODE,
                f"ngày ban hành {document.issued.shown} ở tương lai",
                "kiểm tra lại năm trên bản gốc",
            )
