"""Nguồn không chứng thực dữ kiện nào.

Vì sao: nguồn thừa làm người đọc tưởng dữ kiện đã được đối chiếu ở đó.

Ví dụ sai:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/b, checked: 2026-01-02}

Ví dụ đúng:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT05"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        used = {name for _, name in record.named_sources()}
        for index, source in enumerate(record.sources):
            if source.id not in used:
                yield Problem(
                    corpus.mark(record.id, ("sources", index)),
                    CODE,
                    f"nguồn “{source.id}” không chứng thực dữ kiện nào",
                    "bỏ nguồn, hoặc dẫn nó ở dữ kiện đã đọc",
                )
