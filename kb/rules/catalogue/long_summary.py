"""Tóm tắt quá dài.

Vì sao: tóm tắt hiện trong kết quả tìm kiếm và đầu trang; quá 60 chữ thì người đọc bỏ qua, và thường là chép
lại văn bản.

Ví dụ sai:

    # documents/tt-1.yaml
    summary: Thông tư nói về một việc, hai việc, ba việc, bốn việc, năm việc, sáu việc, bảy việc, tám việc, chín việc,
      mười việc, rồi lại nói về một việc, hai việc, ba việc, bốn việc, năm việc, sáu việc, bảy việc, tám việc, chín
      việc, mười việc, rồi lại nói về một việc, hai việc, ba việc, bốn việc, năm việc, sáu việc, bảy việc, tám việc,
      chín việc.

Ví dụ đúng:

    # documents/tt-1.yaml
    summary: Thông tư quy định mười việc và ai phải làm.
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.problem import Problem
from kb.rules.rule import each

CODE = "SUM01"
MAX_WORDS = 60


def check(corpus: Corpus) -> Iterator[Problem]:
    for record in each(corpus, Record):
        words = len((record.summary or "").split())
        if words > MAX_WORDS:
            yield Problem(
                corpus.mark(record.id, ("summary",)),
                CODE,
                f"tóm tắt dài {words} chữ, tối đa {MAX_WORDS}",
                "giữ lại văn bản quy định gì, cho ai; chi tiết chuyển sang duties",
            )
