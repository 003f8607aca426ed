"""Nguồn ghi một địa chỉ không phải trang web.

Vì sao: trang in nguồn thành liên kết để người đọc bấm vào đối chiếu. Địa chỉ javascript:, data:, file: chạy mã hoặc mở
tệp trên máy người đọc, kể cả khi viết chữ hoa, chen dấu cách hay ký tự ẩn; địa chỉ http sai dạng thì không mở được.

Ví dụ sai:

    # bodies/bo-b.yaml
    sources: [{id: s1, where: 'JavaScript:alert(1)', checked: 2026-01-02}]

Ví dụ đúng:

    # bodies/bo-b.yaml
    sources: [{id: s1, where: 'https://example.vn/bo-b', checked: 2026-01-02}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.model.values import leading_address
from kb.problem import Problem
from kb.rules.rule import each

CODE = "LNK04"
_PASSED_OVER = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
"""What browsers skip in a scheme (WHATWG URL, 4.4), and what nobody sees."""
_ACTING = re.compile(
    r"(?:javascript|vbscript|livescript|mocha|data|file|blob|filesystem|view-source|about|jar|intent|ms-[a-z]+):",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?:[/\\]{2})|https?:", re.IGNORECASE)
_WORD = re.compile(r"(?:data|file|about|intent|jar):\s", re.IGNORECASE)
"""A word of a sentence: no address goes on with a space."""
_LONGEST_SCHEME = 200
"""Characters of a source in which its scheme is looked for."""


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        for index, source in enumerate(record.sources):
            if not leading_address(source.where) and _is_meant_as_address(source.where):
                yield Problem(
                    corpus.mark(record.id, ("sources", index, "where")),
                    CODE,
                    f"nguồn “{source.id}” ghi một địa chỉ không phải trang web",
                    "ghi địa chỉ http:// hoặc https:// đã đọc, hoặc tả nơi đọc bằng chữ",
                )


def _is_meant_as_address(where: str) -> bool:
    if _WORD.match(where):
        return False
    bare = _PASSED_OVER.sub("", unescape(where[:_LONGEST_SCHEME]))
    return bool(_ACTING.match(bare) or _SCHEME.match(bare) or where.startswith(("//", "\\\\")))
