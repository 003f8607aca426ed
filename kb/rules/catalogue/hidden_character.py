"""Có ký tự điều khiển hoặc ký tự ẩn.

Vì sao: ký tự không nhìn thấy (dấu ngắt mềm, khoảng trắng độ rộng không, dấu đảo chiều chữ) làm tìm không ra và có thể
che điều đang được duyệt. Ký tự ngắt dòng lạ cũng vậy.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Bộ\u200b B

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
from kb.rules.line_faults import faults

CODE = "UNI02"
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f]|(?<=.)\ufeff"
)


def check(corpus: Corpus) -> Iterator[Problem]:
    message = "có ký tự điều khiển hoặc ký tự ẩn ở cột này"
    return faults(corpus, _HIDDEN, CODE, message, "chạy kb check --fix, hoặc xóa chữ quanh đó và gõ lại")


def fix(text: str) -> str:
    return mend(text, lambda line: _HIDDEN.sub("", line))
