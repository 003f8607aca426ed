"""Tóm tắt nói chung chung.

Vì sao: “một số nội dung liên quan”, “v.v.” không cho biết văn bản nói gì; điều chưa đọc được thì nói là chưa đọc được.

Ví dụ sai:

    # documents/tt-1.yaml
    summary: Quy định một số nội dung liên quan, v.v.

Ví dụ đúng:

    # documents/tt-1.yaml
    summary: Quy định hồ sơ và thời hạn xét công nhận xã an toàn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "SUM03"
_VAGUE = re.compile(
    r"\bv\.v\.?|\bvân vân\b|(?:các|một số|những) (?:nội dung|vấn đề|quy định|việc) (?:có )?liên quan|"
    r"(?:và|hoặc) (?:các )?(?:nội dung|vấn đề|việc) khác\b|\.\.\.$|…$",
    re.IGNORECASE,
)


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        match = _VAGUE.search(record.summary or "")
        if match:
            yield Problem(
                corpus.mark(record.id, ("summary",)),
                CODE,
                f"tóm tắt nói chung chung: “{match[0]}”",
                "nói rõ là việc gì; chưa đọc được thì viết “chưa đọc được …”",
            )
