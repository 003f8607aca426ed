"""Mục cha không đứng trước mục con.

Vì sao: mục lục dựng theo thứ tự của tệp; mục con đứng trước mục cha sẽ rơi ra ngoài mục lục.

Ví dụ sai:

    # plans/kh-1.yaml
    sections:
      - {id: i-1, label: I.1, parent: i, paragraphs: [{id: i-1.p1, text: Một.}]}
      - {id: i, label: I, paragraphs: [{id: i.p1, text: Hai.}]}

Ví dụ đúng:

    # plans/kh-1.yaml
    sections:
      - {id: i, label: I, paragraphs: [{id: i.p1, text: Hai.}]}
      - {id: i-1, label: I.1, parent: i, paragraphs: [{id: i-1.p1, text: Một.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "PLN06"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        before: set[str] = set()
        for number, section in enumerate(plan.sections):
            if section.parent and section.parent not in before:
                yield Problem(
                    corpus.mark(plan.id, ("sections", number, "parent")),
                    CODE,
                    f"mục cha “{section.parent}” không đứng trước mục này",
                    "sửa mã mục cha, hoặc chuyển mục cha lên trước",
                )
            before.add(section.id)
