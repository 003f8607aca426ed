"""Căn cứ đã hết hiệu lực khi văn bản ban hành.

Vì sao: văn bản ban hành sau không còn căn cứ vào văn bản đã bị thay thế; ngày, chiều quan hệ hoặc mã căn cứ bị gõ sai.
Khi bản gốc viện dẫn như vậy thật thì giữ nguyên và ghi lý do: `# bỏ qua REL07: …`.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: repealed, date: 2021-01-01, sure: read, sources: [s1]}
    # documents/tt-9.yaml
    number: 09/2024/TT-BA
    events:
      - {kind: issued, date: 2024-01-01, sure: read, sources: [s1]}
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-9.yaml
    number: 09/2024/TT-BA
    events:
      - {kind: issued, date: 2024-01-01, sure: read, sources: [s1]}
    relations:
      - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.law.effect import Effect, status_on
from kb.model import Document
from kb.model.vocabulary import RelationKind, Status
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL07"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        issued, effects = document.issued, dict[str, Effect]()
        if not issued.is_known:
            continue
        for index, relation in enumerate(document.relations):
            basis = corpus.documents.get(relation.to)
            if relation.kind is not RelationKind.CAN_CU or basis is None:
                continue
            if basis.id not in effects:
                effects[basis.id] = status_on(corpus, basis, issued.first_day)
            effect = effects[basis.id]
            # A basis whose end has no day may have ended later: only a dated end contradicts.
            if effect.status is Status.ENDED and effect.event and effect.event.date.is_known:
                yield Problem(
                    corpus.mark(document.id, ("relations", index, "to")),
                    CODE,
                    f"căn cứ {basis.short_name} khi đó đã {effect.reason}",
                    "kiểm tra lại căn cứ và các ngày; bản gốc viết như vậy thật thì ghi “# bỏ qua REL07: lý do”",
                )
