"""Có ký tự điều khiển hoặc ký tự ẩn.

Vì sao: ký tự không nhìn thấy (dấu ngắt mềm, khoảng trắng độ rộng không, dấu đảo chiều chữ) làm tìm không ra và có thể
che điều đang được duyệt. Ký tự ngắt dòng lạ, ký tự điều khiển, ký tự dùng riêng của một phông chữ cũng vậy, kể cả khi
viết dạng \\x1b trong dấu nháy kép. Nguyên văn kế hoạch giữ như tệp gốc, trừ ký tự điều khiển và dấu đảo chiều.

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
from kb.language.spelling import mend
from kb.model import Plan
from kb.model.fields import as_builtins
from kb.problem import Problem
from kb.rules.line_faults import escaped_faults, matches, mend_escapes
from kb.rules.rule import each, texts

CODE = "UNI02"
_ENDS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_DANGEROUS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
_DANGEROUS += _ENDS
"""Control characters but the white space of old text files, embeddings and isolates of direction, surrogates, marks of
annotation, noncharacters (Unicode 15, 23.7)."""
_MEANINGLESS = r"\xad\u061c\u180e\u200b-\u200f\u2060-\u2065\ufeff"
"""Nothing is seen, and Vietnamese needs none of them: they may be deleted without a look."""
_UNSEEN = r"\x0b\x0c\x85\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2028\u2029\u3164\ufe00-\ufe0f\uffa0"
_UNSEEN += r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
"""Other separators and what Unicode calls Default_Ignorable_Code_Point: fillers, selectors of variants, tags."""
_PRIVATE = r"\ue000-\uf8ff\U000f0000-\U0010ffff"
_HIDDEN = re.compile(f"[{_DANGEROUS}{_MEANINGLESS}{_UNSEEN}{_PRIVATE}]")
_ESCAPED = re.compile(f"[\\r{_DANGEROUS}{_MEANINGLESS}{_UNSEEN}{_PRIVATE}]")
"""A carriage return in the text is an end of line (UNI06); as an escape it is a control character."""
_IN_WORDS = re.compile(f"[\\r{_DANGEROUS}]")
_DELETED = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f{_MEANINGLESS}]")
_FREE = re.compile(f"[{_MEANINGLESS}]")
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
