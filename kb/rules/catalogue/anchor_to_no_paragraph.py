"""Nhận xét, liên kết ghim hoặc báo cáo chỉ vào đoạn không có.

Vì sao: nhận xét sẽ không hiện ở đâu cả, và người duyệt không biết nó nói về chỗ nào.

Ví dụ sai:

    # plans/kh-1.yaml
    links: [{at: i.p9, words: công tác Hội, to: bo-a}]

Ví dụ đúng:

    # plans/kh-1.yaml
    links: [{at: i.p1, words: công tác Hội, to: bo-a}]
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.anchors import anchors
from kb.corpus.corpus import Corpus
from kb.model import Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "PLN03"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        for path, anchor, paragraph in anchors(plan):
            if paragraph is None:
                yield Problem(
                    corpus.mark(plan.id, (*path, "at")),
                    CODE,
                    f"kế hoạch không có đoạn “{anchor.at}”",
                    "sửa mã đoạn; mã đoạn đứng ở id của từng đoạn trong sections",
                )
