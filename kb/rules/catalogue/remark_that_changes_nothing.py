"""Nhận xét đề nghị sửa thành chính chữ đang có.

Vì sao: người duyệt đọc một lỗi mà không thấy khác gì; cách viết đúng bị chép nhầm từ chỗ sai.

Ví dụ sai:

    # plans/kh-1.yaml
    remarks: [{at: i.p1, words: công tác Hội, kind: spelling, correct: công tác Hội}]

Ví dụ đúng:

    # plans/kh-1.yaml
    remarks: [{at: i.p1, words: công tác Hội, kind: capitalisation, correct: công tác hội}]
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "PLN07"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        for index, remark in enumerate(plan.remarks):
            if remark.correct == remark.words:
                yield Problem(
                    corpus.mark(plan.id, ("remarks", index, "correct")),
                    CODE,
                    f"sửa “{remark.words[:60]}” thành chính nó",
                    "ghi cách viết đúng ở correct, hoặc bỏ nhận xét",
                )
