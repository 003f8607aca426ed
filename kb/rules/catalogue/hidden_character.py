"""Có ký tự điều khiển hoặc ký tự ẩn.

Vì sao: ký tự không nhìn thấy (dấu ngắt mềm, khoảng trắng độ rộng không, dấu đảo chiều chữ) làm tìm không ra và có thể
che điều đang được duyệt. Dấu ngắt dòng lạ, dấu cách lạ, ký tự điều khiển, ký tự riêng của một phông chữ cũng vậy,
kể cả khi viết dạng \\x1b trong dấu nháy kép. Nguyên văn kế hoạch giữ nguyên, trừ ký tự điều khiển và dấu đảo chiều.

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
from typing import Any

from kb.corpus.corpus import Corpus
from kb.corpus.source import Path_
from kb.language.characters import DANGEROUS, IGNORABLE, INKLESS, MEANINGLESS, SEPARATORS, STRANGE_SPACES
from kb.language.spelling import mend
from kb.model import Plan
from kb.model.fields import as_builtins
from kb.problem import Problem
from kb.rules.line_faults import escaped_faults, matches, mend_escapes
from kb.rules.rule import each, texts

CODE = "UNI02"
_PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
_ALL = DANGEROUS + MEANINGLESS + SEPARATORS + IGNORABLE + INKLESS + STRANGE_SPACES + _PRIVATE
_HIDDEN = re.compile(f"[{_ALL}]")
_ESCAPED = re.compile(f"[\\r{_ALL}]")
"""A carriage return in the text is an end of line (UNI06); as an escape it is a control character."""
_IN_WORDS = re.compile(f"[\\r{DANGEROUS}]")
_DELETED = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f{MEANINGLESS}]")
_FREE = re.compile(f"[{MEANINGLESS}]")
_LETTER_FIELDS = {"text", "before", "words"}
"""The fields of a plan that hold its letters as the office sent them."""
_MESSAGE = "có ký tự điều khiển hoặc ký tự ẩn ở cột này"
_BY_HAND = "xóa chữ quanh đó và gõ lại"
_HELP = f"chạy kb check --fix, hoặc {_BY_HAND}"


def check(corpus: Corpus) -> Iterator[Problem]:
    for mark, found in matches(corpus, _HIDDEN, addresses=True):
        in_address = "://" in corpus.texts[mark.path].split("\n")[mark.line - 1]
        yield Problem(mark, CODE, _MESSAGE, _HELP if _DELETED.match(found) and not in_address else _BY_HAND)
    for shown, text in texts(corpus):
        yield from escaped_faults(shown, text, _ESCAPED.finditer, CODE, _MESSAGE, _HELP, _deleted, addresses=True)
    for plan in each(corpus, Plan):
        for path, value in _words(as_builtins(plan), ()):
            hidden = (_IN_WORDS if path[-1] in _LETTER_FIELDS else _ESCAPED).search(value)
            if hidden:
                message = f"giá trị này có ký tự điều khiển hoặc ký tự ẩn U+{ord(hidden[0]):04X}"
                yield Problem(corpus.mark(plan.id, path), CODE, message, "xóa ký tự ấy, hoặc gõ lại như bản gốc")


def fix(text: str) -> str:
    return mend_escapes(mend(text, lambda line: _DELETED.sub("", line)), _ESCAPED.finditer, _deleted)


def _deleted(found: str) -> str | None:
    return "" if _FREE.fullmatch(found) else None


def _words(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Every text in a value, with the path that leads to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, (dict, list)):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _words(item, (*path, step))
