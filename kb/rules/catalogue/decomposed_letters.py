"""Chữ có dấu ở dạng rời, không phải NFC.

Vì sao: nhìn giống nhau nhưng máy coi là hai chữ khác nhau, nên tìm không thấy và so không khớp. Thường gặp khi chép từ
máy Mac hoặc từ PDF.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Bo\u0323\u0302 B

Ví dụ đúng:

    # bodies/bo-b.yaml
    name: Bộ B
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.language.normal_forms import is_nfc, nfc
from kb.language.spelling import mend
from kb.problem import Mark, Problem
from kb.rules.line_faults import escaped_faults, mend_escapes
from kb.rules.rule import texts

CODE = "UNI01"
_MESSAGE = "chữ có dấu ở dạng rời (không phải NFC)"
_HELP = "chạy kb check --fix, hoặc gõ lại bằng bảng mã Unicode dựng sẵn"
_LETTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


def check(corpus: Corpus) -> Iterator[Problem]:
    for shown, text in texts(corpus):
        yield from escaped_faults(shown, text, _decomposed, CODE, _MESSAGE, _HELP, nfc)
        if is_nfc(text):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if not is_nfc(line) and "://" not in line:
                column = next(i for i, (a, b) in enumerate(zip(line, nfc(line) + " ", strict=False)) if a != b) + 1
                yield Problem(Mark(shown, number, column), CODE, _MESSAGE, _HELP)


def fix(text: str) -> str:
    return mend_escapes(mend(text, nfc), _decomposed, nfc)


def _decomposed(value: str) -> Iterator[re.Match[str]]:
    return (match for match in _LETTER.finditer(value) if nfc(match[0]) != match[0])
