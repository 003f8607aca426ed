"""Một chữ viết tắt có hai mục từ.

Vì sao: chữ viết tắt mở ra hai nghĩa thì tìm kiếm không biết dùng nghĩa nào; nghĩa khác ghi ở note của một mục.

Ví dụ sai:

    # terms/x.yaml
    abbreviation: ANTT
    # terms/y.yaml
    abbreviation: ANTT

Ví dụ đúng:

    # terms/x.yaml
    abbreviation: ANTT
    # terms/y.yaml
    abbreviation: ANTQ
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Term
from kb.problem import Problem
from kb.rules.rule import reported_and_other

CODE = "TRM01"


def check(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[str, Term] = {}
    for term in corpus.terms.values():
        other = seen.setdefault(term.abbreviation, term)
        if other is not term and (pair := reported_and_other(corpus, term, other)):
            here, there = pair
            yield Problem(
                corpus.mark(here.id, ("abbreviation",)),
                CODE,
                f"“{term.abbreviation}” đã có ở {there.id}.yaml",
                "gộp hai mục; nghĩa thứ hai ghi ở note",
            )
