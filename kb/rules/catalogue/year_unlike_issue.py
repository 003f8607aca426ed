"""Năm trong số khác năm ban hành.

Vì sao: năm trong số, ký hiệu của văn bản quy phạm pháp luật là năm ban hành (Nghị định 34/2016/NĐ-CP, Điều 58).

Ví dụ sai:

    # documents/tt-1.yaml
    number: 01/2019/TT-BA

Ví dụ đúng:

    # documents/tt-1.yaml
    number: 01/2020/TT-BA
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "NUM02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        number = number_of(document)
        if number and number.year and document.issued.is_known and number.year != document.issued.year:
            yield Problem(
                corpus.mark(document.id, ("number",)),
                CODE,
                f"số “{document.number}” mang năm {number.year}, ngày ban hành là {document.issued.shown}",
                "kiểm tra lại số và ngày ban hành trên bản gốc",
            )
