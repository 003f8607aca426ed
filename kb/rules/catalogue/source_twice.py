"""Một nguồn ghi hai lần.

Vì sao: hai lần cùng một trang không phải hai nguồn; dữ kiện trông như đã được đối chiếu.

Ví dụ sai:

    # bodies/bo-a.yaml
    witnesses:
      - {facts: [name], sure: confirmed, sources: [s1, s2]}
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/a, checked: 2026-01-02}

Ví dụ đúng:

    # bodies/bo-a.yaml
    witnesses:
      - {facts: [name], sure: confirmed, sources: [s1, s2]}
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
      - {id: s2, where: https://example.vn/b, checked: 2026-01-02}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT08"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        seen: dict[str, str] = {}
        for index, source in enumerate(record.sources):
            for key in (f"id {source.id}", source.where):
                if key in seen:
                    yield Problem(
                        corpus.mark(record.id, ("sources", index)),
                        CODE,
                        f"nguồn “{source.id}” trùng với nguồn “{seen[key]}”",
                        "giữ một nguồn và sửa các chỗ dẫn nó",
                    )
                    break
                seen[key] = source.id
