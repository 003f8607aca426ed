"""Hai bản ghi của một văn bản: cùng số, cơ quan và ngày ban hành.

Vì sao: dữ kiện của một văn bản nằm ở hai nơi thì nơi này sửa, nơi kia còn sai; viện dẫn không biết chỉ vào đâu.

Ví dụ sai:

    # documents/tt-9.yaml
    number: 01/2020/TT-BA
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}

Ví dụ đúng:

    # documents/tt-9.yaml
    number: 09/2020/TT-BA
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.dates import PartialDate
from kb.model import UNKNOWN, Document
from kb.problem import Problem
from kb.rules.rule import reported_and_other

CODE = "IDN04"


def check(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[tuple[str, tuple[str, ...], PartialDate], Document] = {}
    for document in corpus.documents.values():
        key = (document.number, document.issuers, document.issued)
        other = seen.setdefault(key, document)
        if document.number == UNKNOWN or other is document:
            continue
        if pair := reported_and_other(corpus, document, other):
            here, there = pair
            yield Problem(
                corpus.mark(here.id, ("number",)),
                CODE,
                f"số “{here.number}”, cơ quan và ngày trùng với “{there.id}”",
                "gộp hai bản ghi, hoặc sửa số, cơ quan, ngày ban hành",
            )
