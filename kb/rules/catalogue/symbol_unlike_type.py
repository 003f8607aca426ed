"""Ký hiệu không hợp với loại văn bản.

Vì sao: ký hiệu bắt đầu bằng chữ viết tắt của loại (Nghị định 30/2020/NĐ-CP, Phụ lục III; Hướng dẫn 05-HD/VPTW); khác
nhau thì một trong hai bị gõ sai. Công văn và văn bản của Quốc hội không mang chữ viết tắt của loại.

Ví dụ sai:

    # documents/tt-1.yaml
    number: 01/2020/NĐ-BA

Ví dụ đúng:

    # documents/tt-1.yaml
    number: 01/2020/TT-BA
"""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document
from kb.number.types import BY_NAME, TYPES
from kb.problem import Problem
from kb.rules.rule import each

CODE = "NUM01"
_OTHER = {symbol: row.name for row in reversed(TYPES) if row.short for symbol in row.symbols}
"""The type of a symbol; of two types with one symbol the commoner, which the table names first."""


def check(corpus: Corpus) -> Iterator[Problem]:
    for document in each(corpus, Document):
        number = number_of(document)
        symbol = number.groups[0] if number else ""
        expected = BY_NAME[document.type.label].symbols
        if symbol in _OTHER and symbol not in expected:
            meant = f", cần {' hoặc '.join(expected)}" if expected else ""
            yield Problem(
                corpus.mark(document.id, ("number",)),
                CODE,
                f"ký hiệu “{symbol}” của số “{document.number}” không hợp với loại “{document.type.label}”{meant}",
                f"sửa số hoặc loại; “{symbol}” là ký hiệu của {_OTHER[symbol]}",
            )
