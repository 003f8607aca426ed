"""Văn bản sửa đổi sống lâu hơn văn bản được sửa đổi.

Vì sao: sửa đổi chỉ có nghĩa khi còn văn bản để sửa; ngày hết giai đoạn hoặc ngày hết hiệu lực của một trong hai bị gõ
sai.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: amended, date: 2021-03-01, by: tt-2, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2025, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    events:
      - {kind: issued, date: 2020-01-02, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2030, sure: read, sources: [s1]}
    relations:
      - {kind: sua_doi_bo_sung, to: tt-1, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
      - {kind: amended, date: 2021-03-01, by: tt-2, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2025, sure: read, sources: [s1]}
    # documents/tt-2.yaml
    events:
      - {kind: issued, date: 2020-01-02, sure: read, sources: [s1]}
      - {kind: phase_ended, date: 2025, sure: read, sources: [s1]}
    relations:
      - {kind: sua_doi_bo_sung, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.model import Document
from kb.model.vocabulary import EventKind, RelationKind
from kb.problem import Problem
from kb.rules.rule import each

CODE = "DAT11"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        last, place = _last(document)
        for relation in document.relations:
            amended = corpus.documents.get(relation.to)
            if last is None or amended is None or relation.kind is not RelationKind.SUA_DOI_BO_SUNG:
                continue
            limit, _ = _last(amended)
            if limit and last.first_day > limit.last_day:
                yield Problem(
                    corpus.mark(document.id, ("events", place, "date")),
                    CODE,
                    f"đến {last.shown}, trong khi {amended.short_name} mà văn bản này sửa đổi chỉ đến {limit.shown}",
                    "kiểm tra ngày hết giai đoạn, hết hiệu lực của hai văn bản",
                )


def _last(document: Document) -> tuple[PartialDate | None, int]:
    """The day up to which a text reaches: of its end, else of its last phase; and the event's place."""
    known = [(event, index) for index, event in enumerate(document.events) if event.date.is_known]
    ends = [(event.date, index) for event, index in known if event.kind.is_ending]
    phases = [(event.date, index) for event, index in known if event.kind is EventKind.PHASE_ENDED]
    if ends:
        return min(ends, key=lambda found: found[0].last_day)
    return max(phases, key=lambda found: found[0].last_day, default=(None, 0))
