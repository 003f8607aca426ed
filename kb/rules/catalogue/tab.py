"""Dùng phím Tab.

Vì sao: YAML không cho thụt dòng bằng Tab, và mỗi máy hiện Tab rộng một kiểu.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: "Bộ\\tB"

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

CODE = "UNI05"
_TAB = re.compile(r"\t")
_INDENT = re.compile(r"^[ \t]*")


def check(corpus: Corpus) -> Iterator[Problem]:
    # One that nothing follows is white space at the end of a line, another rule's.
    help_ = "chạy kb check --fix, hoặc thay bằng dấu cách"
    return faults(corpus, _TAB, CODE, "có ký tự Tab", help_, _spaced, seen=str.rstrip)


def fix(text: str) -> str:
    lines = mend(text, lambda line: _spaced(_INDENT.sub(lambda m: m[0].replace("\t", "  "), line)))
    return mend_escapes(lines, _TAB.finditer, _spaced)


def _spaced(text: str) -> str:
    return text.replace("\t", " ")
