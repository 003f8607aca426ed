"""Tóm tắt chép lại tên.

Vì sao: người đọc đã thấy tên; tóm tắt phải nói thêm văn bản quy định gì bằng lời dễ hiểu.

Ví dụ sai:

    # documents/tt-1.yaml
    title: Về việc tăng cường phòng, chống tội phạm
    summary: Về việc tăng cường phòng, chống tội phạm.

Ví dụ đúng:

    # documents/tt-1.yaml
    title: Về việc tăng cường phòng, chống tội phạm
    summary: Giao công an các cấp lập tổ tuần tra ban đêm và báo cáo hằng tháng.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.fold import folded
from kb.model import UNKNOWN, Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "SUM02"


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        summary = record.summary or ""
        if summary not in ("", UNKNOWN) and _words(summary) == _words(record.name_text):
            yield Problem(
                corpus.mark(record.id, ("summary",)),
                CODE,
                "tóm tắt chỉ chép lại tên",
                "viết một câu: quy định gì, cho ai, từ khi nào",
            )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))
