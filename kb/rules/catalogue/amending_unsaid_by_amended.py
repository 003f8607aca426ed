"""Ghi là đã sửa đổi, bổ sung một văn bản, nhưng văn bản ấy không có sự kiện được sửa đổi.

Vì sao: tình trạng tính từ sự kiện; thiếu sự kiện thì trang của văn bản được sửa vẫn nói nó nguyên như khi ban hành.

Ví dụ sai:

    # documents/tt-2.yaml
    relations:
      - {kind: sua_doi_bo_sung, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: amended, date: 2020-03-01, by: tt-2, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    relations:
      - {kind: sua_doi_bo_sung, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import EventKind, RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL09"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for index, relation in enumerate(document.relations):
            other = corpus.documents.get(relation.to)
            if other is None or relation.kind is not RelationKind.SUA_DOI_BO_SUNG:
                continue
            if not any(event.kind is EventKind.AMENDED and event.by == document.id for event in other.events):
                yield Problem(
                    corpus.mark(document.id, ("relations", index)),
                    CODE,
                    f"“{relation.kind.label}” {other.id}, nhưng tệp đó không có sự kiện được sửa đổi bởi văn bản này",
                    f"thêm {{kind: amended, date: …, by: {document.id}}} vào tệp {other.id}.yaml; "
                    "chưa biết ngày thì ghi unknown",
                )
