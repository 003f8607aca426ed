"""Quan hệ một chiều đi thành vòng.

Vì sao: A thay thế B, B thay thế C, C thay thế A thì không văn bản nào còn hiệu lực; một quan hệ trong vòng bị gõ sai.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: unknown, sure: read, sources: [s1]}
    relations:
      - {kind: can_cu, to: tt-2, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    events:
      - {kind: issued, date: unknown, sure: read, sources: [s1]}
    relations:
      - {kind: can_cu, to: tt-3, sure: read, sources: [s1]}
    # documents/tt-3.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
    # documents/tt-3.yaml
    relations:
      - {kind: can_cu, to: tt-2, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.graph import shortest_cycle
from kb.model import Document
from kb.model.vocabulary import RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL06"
_ONE_WAY = (
    RelationKind.CAN_CU,
    RelationKind.THAY_THE,
    RelationKind.BAI_BO,
    RelationKind.SUA_DOI_BO_SUNG,
    RelationKind.KE_TUC,
    RelationKind.QUY_DINH_CHI_TIET,
)


def check(corpus: Corpus) -> Iterator[Problem]:
    for kind in _ONE_WAY:
        after = {d.id: [r.to for r in d.relations if r.kind is kind] for d in corpus.documents.values()}
        for document in each(corpus, Document):
            cycle = shortest_cycle(after, document.id)
            if len(cycle) > 2 and document.id == min(cycle, key=lambda i: (not corpus.is_checked(i), i)):
                index = [(r.kind, r.to) for r in document.relations].index((kind, cycle[1]))
                yield Problem(
                    corpus.mark(document.id, ("relations", index)),
                    CODE,
                    f"“{kind.label}” đi thành vòng: {' → '.join([*cycle, cycle[0]])}",
                    "kiểm tra từng quan hệ trong vòng và bỏ quan hệ sai",
                )
