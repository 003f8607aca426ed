"""Nguồn không có trong danh sách nguồn của tệp.

Vì sao: tên tắt s2 chỉ có nghĩa khi mục sources của tệp nói s2 là đâu.

Ví dụ sai:

    # bodies/bo-a.yaml
    witnesses:
      - {facts: [name], sure: confirmed, sources: [s1, s2]}

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

CODE = "WIT02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        known = {source.id for source in record.sources}
        for path, name in record.named_sources():
            if name not in known:
                yield Problem(
                    corpus.mark(record.id, path),
                    CODE,
                    f"không có nguồn “{name}” trong sources của tệp",
                    f"thêm {{id: {name}, where: …, checked: …}} vào sources, hoặc sửa tên tắt",
                )
