"""Chữ Ð của tiếng Iceland thay cho chữ Đ.

Vì sao: hai chữ nhìn như nhau (U+00D0 và U+0110) nhưng tìm “Đề án” sẽ không ra “Ðề án”. Thường gặp khi chép từ trang cũ.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Ban Quản lý Ðề án

Ví dụ đúng:

    # bodies/bo-b.yaml
    name: Ban Quản lý Đề án
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.spelling import mend
from kb.problem import Problem
from kb.rules.line_faults import faults, mend_escapes

CODE = "UNI07"
_ETH = re.compile(r"(?<!\w)\w*?[ÐƉð]\w*")  # tried once a word, however long the word


def check(corpus: Corpus) -> Iterator[Problem]:
    message = "“{found}” có chữ trông như Đ mà không phải Đ"
    return faults(corpus, _ETH, CODE, message, "chạy kb check --fix, hoặc gõ lại chữ Đ", _mended)


def fix(text: str) -> str:
    return mend_escapes(mend(text, _mended), _ETH.finditer, _mended)


def _mended(text: str) -> str:
    return text.translate(str.maketrans("ÐƉð", "ĐĐđ"))
