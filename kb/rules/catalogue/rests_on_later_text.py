"""Căn cứ, sửa đổi hoặc thay thế một văn bản ban hành sau.

Vì sao: văn bản không thể dựa vào điều chưa ra đời; chiều quan hệ hoặc một trong hai ngày bị gõ sai.

Ví dụ sai:

    # documents/tt-1.yaml
    relations:
      - {kind: can_cu, to: tt-2, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-2.yaml
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL04"
_MAY_LOOK_AHEAD = {
    RelationKind.LIEN_QUAN,
    RelationKind.TRUNG_SO,
    RelationKind.DAN_CHIEU,
    RelationKind.BAN_HANH_KEM_THEO,
    RelationKind.HUONG_DAN,
}


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        issued = document.issued  # looked for among the events, so asked for once
        for index, relation in enumerate(document.relations):
            other = corpus.documents.get(relation.to)
            if other is None or other is document or relation.kind in _MAY_LOOK_AHEAD:
                continue
            if not (issued.is_known and other.issued.is_known):
                continue
            if other.issued.first_day > issued.last_day:
                yield Problem(
                    corpus.mark(document.id, ("relations", index, "to")),
                    CODE,
                    f"“{relation.kind.label}” một văn bản ban hành sau: {other.short_name} ngày {other.issued.shown}",
                    "kiểm tra chiều quan hệ và hai ngày ban hành",
                )
