"""The number that a typed text is, a type in front or not, full or short: ``Thông tư số 124/2021/TT-BCA``."""

from __future__ import annotations

import re
from contextlib import suppress

from kb.errors import InvalidNumber
from kb.language.fold import composed, folded
from kb.number.document_number import DocumentNumber
from kb.number.scanned import with_figures
from kb.number.types import TYPES

_SHORT = {symbol.lower() for row in TYPES if row.short for symbol in row.symbols}
_NAMES = {row.name.lower() for row in TYPES} | _SHORT
_SPELT = sorted(_NAMES | {folded(name) for name in _NAMES}, reverse=True)
"""Names and abbreviations of types; one stands behind those that it begins."""
_TYPE = re.compile(rf"^\s*(?:{'|'.join(_SPELT)})\s+", re.IGNORECASE)
PATTERNS = {"type": _TYPE}
"""By which the browser knows the name in front of a number (`indexer.browser.settings`)."""


def number_asked(text: str) -> DocumentNumber | None:
    """The number, letters for figures read as meant; None where more is typed than a number and its type."""
    typed = _TYPE.sub("", composed(text), count=1)
    for number in (typed, with_figures(typed)):
        with suppress(InvalidNumber):
            return DocumentNumber.parse(number)
    return None
