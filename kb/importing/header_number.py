"""The number of a document as its header gives it: ``Số: 124/2021/TT-BCA``, or as a draft leaves it open."""

from __future__ import annotations

import re

from kb.citation.patterns import any_of
from kb.errors import InvalidNumber
from kb.importing.readings import CERTAIN, LIKELY, FieldReading
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME

_ORDINAL = r"\d{1,5}(?:\.\d{1,3})?[A-Za-z]?"
LINE = re.compile(
    rf"(?:(?:{any_of(*BY_NAME)}|Bộ luật)\s+)?S[ốÔÓô]\s*(?:hiệu|ký hiệu)?\s*[:.]?\s*"
    rf"(?P<number>{_ORDINAL}\s*[/-].{{2,70}}|[\s._…]*[/-]\s*[A-ZĐ\d].{{1,60}})$",
    re.IGNORECASE,
)
"""The line of the number; without an ordinal, that of a draft."""
_NUMBER = re.compile(
    rf"{_ORDINAL}\s*(?:[/-]\s*(?:19|20)\d\d\s*(?=[/-]))?"
    r"[/-]\s*[^\W\d_][\w&.]*(?:[/-][^\W_][\w&.]*|\s*[/-]\s*[A-ZĐ&][A-ZĐ&\d]+(?![^\W\d_]))*"
)
"""The number at the head of what stands behind ``Số``: a blank beside a sign counts between capitals only."""
_LOOKS_LIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
"""Cyrillic capitals, with which Latin ones are mixed up when a symbol is typed."""


def read(typed: str, start: int) -> FieldReading[str] | None:
    """The number as it is written canonically; None for one that is not given yet."""
    latin = typed.strip().translate(_LOOKS_LIKE)
    match = _NUMBER.match(latin)
    try:
        number = DocumentNumber.parse(match.group() if match else latin)
    except InvalidNumber:
        return None
    whole = match is not None and _ends(latin[match.end() :])
    note = "" if whole else "phía sau còn chữ, xem lại"
    return FieldReading(str(number), CERTAIN if whole else LIKELY, start, note)


def _ends(rest: str) -> bool:
    """Whether what stands behind the number is no part of it."""
    return not rest or bool(re.match(r"\s*[(,;.]|\s+[^\W\d_]", rest))
