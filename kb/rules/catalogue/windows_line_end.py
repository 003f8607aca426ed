"""Tệp xuống dòng kiểu Windows (CRLF) hoặc có dấu BOM ở đầu.

Vì sao: cùng một nội dung mà khác byte thì so sánh hiện cả tệp là khác. Đa số trình soạn thảo có mục chọn “LF”, “UTF-8”.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Bộ B\r

Ví dụ đúng:

    # bodies/bo-b.yaml
    name: Bộ B
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.problem import Mark, Problem
from kb.rules.rule import texts

CODE = "UNI06"


def check(corpus: Corpus) -> Iterator[Problem]:
    for shown, text in texts(corpus):
        if "\r" in text or text.startswith("\ufeff"):
            line = text.count("\n", 0, text.find("\r")) + 1 if "\r" in text else 1
            what = "xuống dòng kiểu Windows (CRLF)" if "\r" in text else "dấu BOM ở đầu tệp"
            yield Problem(Mark(shown, line), CODE, what, "chạy kb check --fix, hoặc lưu lại với LF, UTF-8 không BOM")


def fix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
