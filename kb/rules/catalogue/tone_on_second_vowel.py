"""Đặt dấu thanh lẫn hai lối: hoà và hòa.

Vì sao: kho viết một lối (hòa, thủy, khỏe) để so sánh tên gọi và tìm trong tệp không bị sót. Nguyên văn kế hoạch và địa
chỉ web thì giữ như đã có.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Uỷ ban Hoà giải

Ví dụ đúng:

    # bodies/bo-b.yaml
    name: Ủy ban Hòa giải
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.normal_forms import nfc
from kb.language.spelling import mend
from kb.problem import Problem
from kb.rules.line_faults import faults, mend_escapes

CODE = "UNI03"
_SECOND = re.compile(r"\b\w*?(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)
_PAIR = re.compile(r"([ou])(\w)$", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Problem]:
    message = "“{found}” đặt dấu thanh khác cách của kho"
    help_ = "chạy kb check --fix, hoặc đặt dấu ở chữ trước: hòa, thủy, khỏe"
    return faults(corpus, _SECOND, CODE, message, help_, _mended)


def fix(text: str) -> str:
    return mend_escapes(mend(text, lambda line: _SECOND.sub(lambda m: _mended(m[0]), line)), _SECOND.finditer, _mended)


def _mended(word: str) -> str:
    return _PAIR.sub(_moved, word)


def _moved(match: re.Match[str]) -> str:
    plain, tone = tuple(unicodedata.normalize("NFD", match[2]))
    return nfc(match[1] + tone) + plain
