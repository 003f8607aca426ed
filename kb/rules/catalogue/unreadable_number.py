"""Số, ký hiệu không đọc được.

Vì sao: số, ký hiệu là cách tìm và viện dẫn văn bản; ghi bằng lời thì không ai tìm thấy. Dạng của số theo Nghị định
30/2020/NĐ-CP (Phụ lục I), Nghị định 34/2016/NĐ-CP (Điều 58; nay là Nghị định 78/2025/NĐ-CP) và Hướng dẫn 05-HD/VPTW.

Ví dụ sai:

    # documents/tt-1.yaml
    number: số một

Ví dụ đúng:

    # documents/tt-1.yaml
    number: 01/2020/TT-BA
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.source import Path_
from kb.errors import InvalidNumber
from kb.model import UNKNOWN, Document
from kb.number.document_number import DocumentNumber
from kb.problem import Problem
from kb.rules.rule import each

CODE = "IDN03"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for path, text in spellings(document):
            try:
                DocumentNumber.parse(text)
            except InvalidNumber:
                yield Problem(
                    corpus.mark(document.id, path),
                    CODE,
                    f"“{text}” không phải số, ký hiệu văn bản",
                    "viết như trên văn bản, ví dụ 124/2021/TT-BCA, 51-NQ/TW; chưa biết thì ghi unknown",
                )


def spellings(document: Document) -> Iterator[tuple[Path_, str]]:
    """Every spelling of the number, with its place."""
    if document.number != UNKNOWN:
        yield ("number",), document.number
    yield from ((("number_variants", i), text) for i, text in enumerate(document.number_variants))
    yield from ((("cited_as", i), text) for i, text in enumerate(document.cited_as))
