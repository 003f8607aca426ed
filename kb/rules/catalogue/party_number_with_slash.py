"""Số của văn bản Đảng viết theo cách của văn bản Nhà nước, hoặc ngược lại.

Vì sao: văn bản Đảng viết số và loại cách nhau bằng gạch nối (51-NQ/TW, theo Hướng dẫn 05-HD/VPTW), văn bản Nhà nước
bằng gạch chéo (318/QĐ-TTg); viết lẫn làm người đọc tưởng là văn bản khác.

Ví dụ sai:

    # documents/ct-1.yaml
    number: 46/CT-TW
    type: chi-thi

Ví dụ đúng:

    # documents/ct-1.yaml
    number: 46-CT/TW
    type: chi-thi
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document
from kb.number.issuers import PARTY_SYMBOLS
from kb.problem import Problem
from kb.rules.rule import each

CODE = "NUM03"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        number = number_of(document)
        if number is None:
            continue
        party = number.groups[-1] in PARTY_SYMBOLS
        if party is not (number.separator == "-"):
            whose, wanted = (
                ("Đảng", "gạch nối, ví dụ 51-NQ/TW") if party else ("Nhà nước", "gạch chéo, ví dụ 318/QĐ-TTg")
            )
            yield Problem(
                corpus.mark(document.id, ("number",)),
                CODE,
                f"số “{document.number}” của văn bản {whose} viết không đúng cách",
                f"sau số thứ tự của văn bản {whose} là dấu {wanted}",
            )
