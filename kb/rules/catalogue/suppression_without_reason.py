"""Bỏ qua quy tắc mà không nói lý do, hoặc nêu mã không có.

Vì sao: người duyệt cần biết vì sao một lỗi được giữ lại; mã gõ sai thì không bỏ qua được gì.

Ví dụ sai:

    # bodies/bo-b.yaml
    name: Bộ B # tên cũ
    # bỏ qua BOD01

Ví dụ đúng:

    # bodies/bo-b.yaml
    name: Bộ B # tên cũ
    # bỏ qua BOD01: bản gốc ghi ngày như vậy
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.problem import Mark, Problem
from kb.rules.suppress import comments

CODE = "SUP01"


def check(corpus: Corpus) -> Iterator[Problem]:
    for shown, text in corpus.texts.items():
        if not corpus.is_shown(shown):
            continue
        for line, codes, why in comments(text):
            if not codes or not why or not _known(codes):
                yield Problem(
                    Mark(shown, line),
                    CODE,
                    "chú thích “bỏ qua” thiếu mã hoặc lý do",
                    "viết: # bỏ qua MÃ: vì sao giữ lại",
                )


def _known(codes: tuple[str, ...]) -> bool:
    from kb.rules.run import rules  # the list of rules contains this one

    return set(codes) <= {rule.code for rule in rules()}
