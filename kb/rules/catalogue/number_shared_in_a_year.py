"""Hai văn bản cùng số, cùng cơ quan, cùng năm mà không ghi là trùng số.

Vì sao: trong một năm mỗi cơ quan chỉ đánh một số một lần, nên hai ngày khác nhau thường là gõ sai ngày. Khi trùng thật
(mỗi đơn vị có sổ đăng ký riêng) thì phải nói rõ bằng quan hệ “trùng số, khác văn bản”.

Ví dụ sai:

    # documents/tt-9.yaml
    number: 01/2020/TT-BA
    events:
      - {kind: issued, date: 2020-06-09, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-9.yaml
    number: 01/2020/TT-BA
    events:
      - {kind: issued, date: 2020-06-09, sure: read, sources: [s1]}
    relations:
      - {kind: trung_so, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import UNKNOWN, Document
from kb.model.vocabulary import RelationKind
from kb.problem import Problem
from kb.rules.rule import reported_and_other

CODE = "IDN06"


def check(corpus: Corpus) -> Iterator[Problem]:
    groups: dict[tuple[str, tuple[str, ...], str], list[Document]] = {}
    for document in corpus.documents.values():
        if document.number != UNKNOWN and document.issued.is_known:
            groups.setdefault((document.number, document.issuers, document.issued.year), []).append(document)
    for group in groups.values():
        for index, document in enumerate(group):
            for other in group[:index]:
                if document.issued == other.issued or _told_apart(corpus, document, other):
                    continue
                if pair := reported_and_other(corpus, document, other):
                    yield _problem(corpus, *pair)


def _problem(corpus: Corpus, here: Document, there: Document) -> Problem:
    return Problem(
        corpus.mark(here.id, ("number",)),
        CODE,
        f"số “{here.number}” cùng cơ quan, cùng năm với “{there.id}” nhưng khác ngày",
        f"kiểm tra ngày ban hành; nếu trùng số thật thì thêm quan hệ trung_so với {there.id}",
    )


def _told_apart(corpus: Corpus, one: Document, other: Document) -> bool:
    edges = (*corpus.graph.out(one.id), *corpus.graph.out(other.id))
    return any(e.kind is RelationKind.TRUNG_SO and {e.subject, e.object} == {one.id, other.id} for e in edges)
