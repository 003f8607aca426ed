"""The body that issued a document: a record of the corpus where it holds one, else the name as typed."""

from __future__ import annotations

import re

from kb.corpus.corpus import Corpus
from kb.language.phrases import words_of
from kb.number.document_number import DocumentNumber
from kb.number.issuers import STATE_BODIES

_OFFICER = re.compile(
    r"^(?:các\s+)?(?:Bộ trưởng(?:,\s*Chủ nhiệm)?|Thống đốc|Chủ nhiệm|Chánh án|Viện trưởng|Tổng Thanh tra"
    r"|Tổng Kiểm toán|Chủ tịch)\s+"
    r"(?=Bộ|Ngân hàng|Ủy ban|Uỷ ban|Văn phòng|Tòa án|Toà án|Viện|Thanh tra|Kiểm toán)",
    re.IGNORECASE,
)  # fmt: skip
"""Who signs for a body stands before its name."""
_OF_STATE = {words_of(name): name for name in STATE_BODIES.values()}
_ASSEMBLY = re.compile(r"(UBTVQH|QH)\d*")


class Issuers:
    """Maps names and symbols to ids of bodies, or to the names of bodies of the State in their usual case."""

    def __init__(self, corpus: Corpus) -> None:
        self._ids = {
            words_of(name): body.id
            for body in corpus.bodies.values()
            for name in (body.name, *body.aliases)
        }  # fmt: skip
        self._ids |= {words_of(a): body.id for body in corpus.bodies.values() for a in body.abbreviations}

    def of(self, number: DocumentNumber, typed: str) -> str:
        """By the symbol of the number where it is that of one body of the State, else by the name typed."""
        name = self._by_symbol(number) or _OFFICER.sub("", " ".join(typed.replace("\t", " ").split()))
        words = words_of(name)
        return self._ids.get(words) or _OF_STATE.get(words) or name

    @staticmethod
    def _by_symbol(number: DocumentNumber) -> str:
        assembly = _ASSEMBLY.fullmatch(number.groups[0])
        if assembly:
            return "Quốc hội" if assembly[1] == "QH" else "Ủy ban Thường vụ Quốc hội"
        return STATE_BODIES.get(number.groups[1], "") if len(number.groups) == 2 else ""
