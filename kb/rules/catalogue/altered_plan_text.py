"""Nguyên văn kế hoạch đã bị thay đổi.

Vì sao: kế hoạch được giữ đúng từng ký tự của tệp nhận được, kể cả lỗi; lỗi ghi thành nhận xét bên cạnh.

Ví dụ sai:

    # plans/kh-1.yaml
    seed_sha256: '0000000000000000000000000000000000000000000000000000000000000000'

Ví dụ đúng:

    # plans/kh-1.yaml
    remarks: [{at: i.p1, words: tốt công, kind: spelling, correct: tốt các công}]
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Plan
from kb.problem import Problem
from kb.rules.rule import each

CODE = "PLN01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for plan in each(corpus, Plan):
        found = hashlib.sha256(plan.text.encode("utf-8", "surrogatepass")).hexdigest()
        if found != plan.seed_sha256:
            yield Problem(
                corpus.mark(plan.id, ("seed_sha256",)),
                CODE,
                f"nguyên văn kế hoạch đã bị thay đổi (SHA-256 nay là {found[:12]}…)",
                "khôi phục nguyên văn: lỗi của kế hoạch ghi ở remarks, không sửa trong text",
            )
