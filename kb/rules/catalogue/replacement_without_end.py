"""Ghi là đã thay thế hoặc bãi bỏ một văn bản, nhưng văn bản ấy không có sự kiện hết hiệu lực.

Vì sao: tình trạng hiệu lực tính từ sự kiện; thiếu sự kiện thì trang của văn bản cũ vẫn nói còn hiệu lực.

Ví dụ sai:

    # documents/tt-2.yaml
    relations:
      - {kind: thay_the, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: replaced, date: 2020-03-01, by: tt-2, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    relations:
      - {kind: thay_the, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL08"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for index, relation in enumerate(document.relations):
            other = corpus.documents.get(relation.to)
            # With a provision only a part is replaced, and the rest stays in force.
            if other is None or relation.provision or relation.kind not in (RelationKind.THAY_THE, RelationKind.BAI_BO):
                continue
            if not any(event.kind.is_ending for event in other.events):
                yield Problem(
                    corpus.mark(document.id, ("relations", index)),
                    CODE,
                    f"“{relation.kind.label}” {other.id}, nhưng tệp đó không có sự kiện hết hiệu lực",
                    f"thêm {{kind: replaced, date: …, by: {document.id}}} vào tệp {other.id}.yaml; "
                    "chưa biết ngày thì ghi unknown",
                )
