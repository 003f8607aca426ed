"""Ngày kiểm tra nguồn ở tương lai.

Vì sao: nguồn chưa đọc thì không chứng thực được gì; lệnh `kb stale` tính từ ngày này.

Ví dụ sai:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2096-01-02}

Ví dụ đúng:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT07"


def check(corpus: Corpus) -> Iterator[Problem]:
    tomorrow = date.today() + timedelta(days=1)  # an editor in Vietnam may be a day ahead of the machine
    for record in each(corpus, Sourced):
        for index, source in enumerate(record.sources):
            if source.checked.first_day > tomorrow:
                yield Problem(
                    corpus.mark(record.id, ("sources", index, "checked")),
                    CODE,
                    f"nguồn “{source.id}” ghi kiểm tra ngày {source.checked.shown}, chưa tới",
                    "ghi ngày thật đã đọc nguồn",
                )
