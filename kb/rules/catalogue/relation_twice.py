"""Một quan hệ ghi hai lần.

Vì sao: trang hiện hai dòng giống nhau, và hai lần có thể mang hai mức chắc chắn khác nhau.

Ví dụ sai:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        seen = set()
        for index, relation in enumerate(record.stated_relations):
            key = (relation.kind, relation.to, relation.provision)
            if key in seen:
                yield Problem(
                    corpus.mark(record.id, (record.relations_field, index)),
                    CODE,
                    f"quan hệ “{relation.kind.label}” với “{relation.to}” ghi hai lần",
                    "bỏ một; nguồn của cả hai gom vào mục còn lại",
                )
            seen.add(key)
