"""Ghi “đọc được ở hai nguồn” mà chỉ dẫn một nguồn.

Vì sao: mức chắc chắn hiện trên trang; nói quá mức làm người đọc tin một tin chỉ có một nơi đăng.

Ví dụ sai:

    # bodies/bo-a.yaml
    witnesses:
      - {facts: [name], sure: confirmed, sources: [s1]}

Ví dụ đúng:

    # bodies/bo-a.yaml
    witnesses:
      - {facts: [name], sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.model.vocabulary import Sureness
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT06"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        for path, witnessed in record.witnessed_items():
            if witnessed.sure is Sureness.CONFIRMED and len(set(witnessed.sources)) == 1:
                yield Problem(
                    corpus.mark(record.id, (*path, "sure")),
                    CODE,
                    "ghi confirmed (hai nguồn trở lên) mà chỉ dẫn một nguồn",
                    "ghi read, hoặc thêm nguồn thứ hai",
                )
