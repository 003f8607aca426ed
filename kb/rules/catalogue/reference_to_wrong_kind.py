"""Nhắc tới bản ghi khác loại.

Vì sao: cơ quan ban hành phải là cơ quan, căn cứ phải là văn bản; mã của loại khác làm trang hiện sai.

Ví dụ sai:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: bo-a, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.model.kinds import alternatives
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REF02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        for named in record.references():
            found = corpus.records.get(named.id)
            if found is not None and found.record_kind not in named.kinds:
                labels = alternatives(named.kinds)
                yield Problem(
                    corpus.mark(record.id, named.path),
                    CODE,
                    f"“{named.id}” là {found.kind_label.lower()}, không phải {labels}",
                    f"ghi mã của một {labels}",
                )
