"""Hai dấu cách liền nhau trong câu.

Vì sao: tên gõ thừa dấu cách không khớp khi tìm cả cụm từ, và trông như thiếu chữ.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Bộ  B

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

CODE = "UNI08"
_DOUBLE = re.compile(r"(?<=[^\s:#])[ \xa0]{2,}(?=[^\s#])")


def check(corpus: Corpus) -> Iterator[Problem]:
    help_ = "chạy kb check --fix, hoặc xóa bớt một"
    return faults(corpus, _DOUBLE, CODE, "hai dấu cách liền nhau", help_, lambda _: " ")


def fix(text: str) -> str:
    return mend_escapes(mend(text, lambda line: _DOUBLE.sub(" ", line)), _DOUBLE.finditer, lambda _: " ")
