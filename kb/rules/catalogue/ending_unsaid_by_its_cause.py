"""Sự kiện nêu văn bản gây ra nó, nhưng văn bản ấy không ghi quan hệ tương ứng.

Vì sao: tình trạng hiệu lực và quan hệ phải nói một điều; trang của hai văn bản không được trái nhau.
Sự kiện chỉ có nguồn mà người đọc không mở lại được thì không quyết định tình trạng, nên không đòi quan hệ.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: amended, date: 2021, by: tt-2, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: amended, date: 2021, by: tt-2, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    relations:
      - {kind: sua_doi_bo_sung, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.checkable import is_checkable
from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.model.vocabulary import EventKind, RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "REL05"
_CAUSES = {
    EventKind.REPLACED: RelationKind.THAY_THE,
    EventKind.REPEALED: RelationKind.BAI_BO,
    EventKind.AMENDED: RelationKind.SUA_DOI_BO_SUNG,
}


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        said: dict[str, set[RelationKind]] = {}
        for index, event in enumerate(document.events):
            kind = _CAUSES.get(event.kind)
            if kind and event.by and event.by in corpus.documents and is_checkable(document, event):
                if event.by not in said:
                    said[event.by] = {e.kind for e in corpus.graph.out(event.by) if e.object == document.id}
                if kind not in said[event.by]:
                    yield Problem(
                        corpus.mark(document.id, ("events", index)),
                        CODE,
                        f"“{event.kind.label}” bởi “{event.by}”, nhưng tệp đó không ghi “{kind.label}” văn bản này",
                        f"thêm quan hệ {kind} vào tệp {event.by}.yaml",
                    )
