"""Dữ kiện chưa có nguồn chứng thực.

Vì sao: mọi dữ kiện phải nói đọc ở đâu, để người sau kiểm tra lại được.

Ví dụ sai:

    # documents/tt-1.yaml
    signer: Nguyễn Văn A

Ví dụ đúng:

    # documents/tt-1.yaml
    signer: Nguyễn Văn A
    witnesses:
      - {facts: [number, issuers, title, signer], sure: read, sources: [s1]}
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Sourced, is_unknown
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        named = {fact for witness in record.witnesses for fact in witness.facts}
        for field in sorted(record.witnessed - named):
            value = getattr(record, field)
            if value not in (None, (), "") and not is_unknown(value):
                yield Problem(
                    corpus.mark(record.id, (field,)),
                    CODE,
                    f"trường “{field}” chưa có nguồn chứng thực",
                    f"thêm vào witnesses một mục có facts: [{field}], hoặc ghi unknown",
                )
