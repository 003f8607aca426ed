"""Một quan hệ ghi ở cả hai tệp, tức là gõ cả chiều ngược.

Vì sao: chiều ngược được tính tự động. Với “thay thế”, “căn cứ” … hai chiều còn trái nhau: hai văn bản không thể thay
thế lẫn nhau.

Ví dụ sai:

    # documents/tt-1.yaml
    relations:
      - {kind: lien_quan, to: tt-2, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    relations:
      - {kind: lien_quan, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: lien_quan, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL03"
_SAME_BOTH_WAYS = {RelationKind.LIEN_QUAN, RelationKind.TRUNG_SO}


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for index, relation in enumerate(document.relations):
            if relation.to == document.id:
                continue
            if any(e.object == document.id and e.kind is relation.kind for e in corpus.graph.out(relation.to)):
                symmetric = relation.kind in _SAME_BOTH_WAYS
                yield Problem(
                    corpus.mark(document.id, ("relations", index)),
                    CODE,
                    f"“{relation.kind.label}” ghi ở cả hai chiều với “{relation.to}”",
                    "chiều ngược được tính tự động: giữ một chiều"
                    if symmetric
                    else "hai chiều trái nhau: giữ chiều đúng",
                )
