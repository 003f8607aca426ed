"""Cách viết sai số lại chính là số đúng, hoặc vừa là cách ghi khác vừa là cách viết sai.

Vì sao: cách viết ở `cited_as` bị báo lỗi khi rà soát; số đúng nằm ở đó thì mọi viện dẫn đúng đều bị báo sai.

Ví dụ sai:

    # documents/tt-1.yaml
    cited_as: [01/2020/TT-BA]

Ví dụ đúng:

    # documents/tt-1.yaml
    cited_as: [01/2020/TT-BB]
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Document
from kb.problem import Problem
from kb.rules.rule import each

CODE = "IDN08"


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        for index, text in enumerate(document.cited_as):
            if text in (document.number, *document.number_variants):
                yield Problem(
                    corpus.mark(document.id, ("cited_as", index)),
                    CODE,
                    f"“{text}” vừa là số đúng vừa ghi là cách viết sai",
                    "bỏ khỏi cited_as",
                )
