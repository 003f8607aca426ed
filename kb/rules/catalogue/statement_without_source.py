"""Sự kiện, quan hệ hoặc nhận xét không ghi nguồn.

Vì sao: chỉ điều suy ra từ dữ kiện khác mới không cần nguồn riêng; điều đọc được thì phải nói đọc ở đâu.

Ví dụ sai:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read}

Ví dụ đúng:

    # documents/tt-1.yaml
    events:
      - {kind: issued, date: 2020-01-01, sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.model.vocabulary import Sureness
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT03"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        for path, witnessed in record.witnessed_items():
            if not witnessed.sources and witnessed.sure is not Sureness.INFERRED:
                yield Problem(
                    corpus.mark(record.id, path),
                    CODE,
                    "dữ kiện không ghi nguồn",
                    "thêm sources; chỉ dữ kiện suy ra (inferred) mới được để trống",
                )
