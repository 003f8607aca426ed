"""Cùng tên, loại, cơ quan và năm nhưng khác số.

Vì sao: một văn bản nhập hai lần, một lần gõ sai số, trông như hai văn bản. Hai văn bản thật trùng tên trong một năm
thường có quan hệ với nhau (sửa đổi, thay thế, liên quan): quan hệ ấy phải được ghi.

Ví dụ sai:

    # documents/tt-9.yaml
    title: Về việc tt-1

Ví dụ đúng:

    # documents/tt-9.yaml
    title: Về việc tt-1
    relations:
      - {kind: lien_quan, to: tt-1, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.fold import folded
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import reported_and_other

CODE = "IDN07"


def check(corpus: Corpus) -> Iterator[Problem]:
    for group in _alike(corpus):
        for index, document in enumerate(group):
            for other in group[:index]:
                if document.number == other.number or _related(corpus, document, other):
                    continue
                if pair := reported_and_other(corpus, document, other):
                    here, there = pair
                    yield Problem(
                        corpus.mark(here.id, ("title",)),
                        CODE,
                        f"tên, loại, cơ quan và năm giống “{there.id}” (số {there.number}), chỉ khác số {here.number}",
                        "nếu là một văn bản thì gộp lại; nếu là hai thì ghi quan hệ giữa chúng",
                    )


def _alike(corpus: Corpus) -> Iterator[list[Document]]:
    """Documents of one title, type, body and year. Titles are folded only where one of them is being checked."""
    peers: dict[tuple[object, ...], list[Document]] = {}
    for document in corpus.documents.values():
        peers.setdefault((document.type, document.issuers, document.issued.year), []).append(document)
    for group in peers.values():
        titles: dict[str, list[Document]] = {}
        if len(group) > 1 and any(corpus.is_checked(document.id) for document in group):
            for document in group:
                titles.setdefault(folded(document.title), []).append(document)
        yield from titles.values()


def _related(corpus: Corpus, one: Document, other: Document) -> bool:
    return any(
        {e.subject, e.object} == {one.id, other.id} for e in corpus.graph.out(one.id) + corpus.graph.out(other.id)
    )
