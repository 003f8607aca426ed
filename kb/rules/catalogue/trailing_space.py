"""Dấu cách thừa ở cuối dòng.

Vì sao: không nhìn thấy, nhưng làm mỗi lần sửa tệp hiện thêm những chỗ khác biệt không có thật.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Bộ B\x20\x20

Ví dụ đúng:

    # bodies/bo-b.yaml
    name: Bộ B
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.spelling import mend
from kb.problem import Problem
from kb.rules.line_faults import faults, mend_escapes

CODE = "UNI04"
_TRAILING = re.compile(r"(?<![ \t\xa0])[ \t\xa0]+(?=\r?$)", re.MULTILINE)  # tried once a run of blanks


def check(corpus: Corpus) -> Iterator[Problem]:
    help_ = "chạy kb check --fix, hoặc xóa"
    return faults(corpus, _TRAILING, CODE, "dấu cách thừa ở cuối dòng", help_, lambda _: "")


def fix(text: str) -> str:
    return mend_escapes(mend(text, lambda line: _TRAILING.sub("", line)), _TRAILING.finditer, lambda _: "")
