"""Cơ quan cấp trên hoặc cơ quan kế tục đi thành vòng.

Vì sao: cơ quan không thể là cấp trên của chính cấp trên mình; sơ đồ cơ quan và việc tìm cơ quan kế tục sẽ không dừng.

Ví dụ sai:

    # bodies/bo-b.yaml
    parent: bo-c
    witnesses:
      - {facts: [name, parent], sure: read, sources: [s1]}
    # bodies/bo-c.yaml
    parent: bo-b
    witnesses:
      - {facts: [name, parent], sure: read, sources: [s1]}

Ví dụ đúng:

    # bodies/bo-b.yaml
    parent: bo-a
    witnesses:
      - {facts: [name, parent], sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.graph import shortest_cycle
from kb.model import Body
from kb.problem import Problem
from kb.rules.rule import each

CODE = "BOD02"


def check(corpus: Corpus) -> Iterator[Problem]:
    above = {body.id: [body.parent] if body.parent else [] for body in corpus.bodies.values()}
    heirs = {body.id: list(body.successors) for body in corpus.bodies.values()}
    for body in each(corpus, Body):
        for field, after in (("parent", above), ("successors", heirs)):
            cycle = shortest_cycle(after, body.id)
            if cycle and body.id == min(cycle, key=lambda i: (not corpus.is_checked(i), i)):
                yield Problem(
                    corpus.mark(body.id, (field,)),
                    CODE,
                    f"“{field}” đi thành vòng: {' → '.join([*cycle, cycle[0]])}",
                    "sửa mã ở một chỗ trong vòng",
                )
