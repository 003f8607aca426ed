"""Nguồn chứng thực cho trường không có.

Vì sao: tên trường gõ sai thì dữ kiện thật vẫn chưa có nguồn.

Ví dụ sai:

    # bodies/bo-a.yaml
    witnesses:
      - {facts: [name, ten], sure: read, sources: [s1]}

Ví dụ đúng:

    # bodies/bo-a.yaml
    witnesses:
      - {facts: [name], sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT04"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        for index, witness in enumerate(record.witnesses):
            for fact in witness.facts:
                if fact not in record.__struct_fields__:
                    yield Problem(
                        corpus.mark(record.id, ("witnesses", index, "facts")),
                        CODE,
                        f"“{fact}” không phải tên trường",
                        f"ghi một trong: {', '.join(sorted(record.witnessed))}",
                    )
