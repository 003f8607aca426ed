"""Nguồn đã quá năm năm không kiểm tra lại.

Vì sao: trang web đổi, văn bản bị thay thế; dữ kiện mang nguồn quá cũ có thể không còn đúng. Việc cần xem lại sớm hơn
có ở lệnh `kb stale`.

Ví dụ sai:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2009-01-02}

Ví dụ đúng:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT07"
YEARS = 5


def check(corpus: Corpus) -> Iterator[Problem]:
    today = date.today()
    for record in each(corpus, Sourced):
        for index, source in enumerate(record.sources):
            if (today - source.checked.first_day).days > YEARS * 365.25:
                yield Problem(
                    corpus.mark(record.id, ("sources", index, "checked")),
                    CODE,
                    f"nguồn “{source.id}” kiểm tra lần cuối {source.checked.shown}, đã quá {YEARS} năm",
                    "mở lại nguồn, đối chiếu dữ kiện rồi sửa ngày checked",
                )
