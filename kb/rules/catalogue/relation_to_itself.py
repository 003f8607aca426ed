"""Văn bản có quan hệ với chính nó.

Vì sao: không văn bản nào căn cứ, thay thế chính nó; mã ở “to” bị chép nhầm.

Ví dụ sai:

    # documents/tt-1.yaml
    relations:
      - {kind: dan_chieu, to: tt-1, provision: Điều 2, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: dan_chieu, to: tt-1, provision: Điều 2, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        for index, relation in enumerate(record.stated_relations):
            if relation.to == record.id:
                mark = corpus.mark(record.id, (record.relations_field, index, "to"))
                yield Problem(mark, CODE, "văn bản có quan hệ với chính nó", "sửa mã ở “to”, hoặc bỏ quan hệ")
