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
from kb.corpus.references import kinds, references
from kb.model import Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REF02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        for path, target, classes in references(record):
            found = corpus.records.get(target)
            if found is not None and not isinstance(found, classes):
                labels = kinds(classes)
                yield Problem(
                    corpus.mark(record.id, path),
                    CODE,
                    f"“{target}” là {found.kind_label.lower()}, không phải {labels}",
                    f"ghi mã của một {labels}",
                )
