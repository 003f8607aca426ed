"""Dẫn ghi chép của chính dự án làm nguồn.

Vì sao: ghi chép chép lại điều đã đọc ở nơi khác; người đọc không mở được, và một lỗi chép tự chứng thực cho mình. Hãy
dẫn nơi đã đọc.

Ví dụ sai:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: ghi chép của dự án khi đọc các văn bản trung ương, checked: 2026-01-02}

Ví dụ đúng:

    # bodies/bo-a.yaml
    sources:
      - {id: s1, where: https://example.vn/a, checked: 2026-01-02}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Sourced
from kb.problem import Problem
from kb.rules.rule import each

CODE = "WIT12"
_OWN = re.compile(
    r"\b(?:ghi chép|ghi chú|dữ liệu|bản ghi)\s+của\s+(?:chính\s+)?(?:dự án|kho)\b"
    r"|\bđọc chính kho\b|\b(?:shared|corpus)/",
    re.IGNORECASE,
)


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Sourced):
        for index, source in enumerate(record.sources):
            if _OWN.search(source.where):
                yield Problem(
                    corpus.mark(record.id, ("sources", index, "where")),
                    CODE,
                    f"nguồn “{source.id}” là ghi chép của chính dự án",
                    "dẫn nơi đã đọc điều ấy, hoặc bỏ dữ kiện",
                )
