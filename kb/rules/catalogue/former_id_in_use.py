"""Mã cũ đang là mã của bản ghi khác.

Vì sao: trang của mã cũ chuyển tiếp sang mã mới; nếu mã cũ lại là một bản ghi thì hai trang tranh nhau một địa chỉ.

Ví dụ sai:

    # documents/tt-2.yaml
    former_ids: [tt-1]

Ví dụ đúng:

    # documents/tt-2.yaml
    former_ids: [tt-2-cu]
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "IDN05"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        for index, former in enumerate(record.former_ids):
            if former in corpus.records:
                yield Problem(
                    corpus.mark(record.id, ("former_ids", index)),
                    CODE,
                    f"mã cũ “{former}” đang là mã của bản ghi khác",
                    "bỏ mã cũ này, hoặc đổi mã của bản ghi kia",
                )
