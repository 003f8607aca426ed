"""Cơ quan còn hoạt động mà đã có cơ quan kế tục.

Vì sao: trang sẽ vừa nói cơ quan còn hoạt động vừa chỉ sang cơ quan khác; ngày kết thúc bị bỏ quên.

Ví dụ sai:

    # bodies/bo-b.yaml
    successors: [bo-a]
    witnesses:
      - {facts: [name, successors], sure: read, sources: [s1]}

Ví dụ đúng:

    # bodies/bo-b.yaml
    successors: [bo-a]
    valid_to: unknown
    witnesses:
      - {facts: [name, successors], sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Body
from kb.problem import Problem
from kb.rules.rule import each

CODE = "BOD03"


def check(corpus: Corpus) -> Iterator[Problem]:
    for body in each(corpus, Body):
        if body.successors and body.valid_to is None:
            yield Problem(
                corpus.mark(body.id, ("successors",)),
                CODE,
                "có cơ quan kế tục nhưng không có ngày kết thúc hoạt động",
                "thêm valid_to; chưa biết ngày thì ghi valid_to: unknown",
            )
