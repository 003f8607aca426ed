"""The number that a typed text is, with or without the name of its type in front: ``Thông tư số 124/2021/TT-BCA``."""

from __future__ import annotations

import re
from contextlib import suppress

from kb.errors import InvalidNumber
from kb.language.fold import composed, folded
from kb.number.document_number import DocumentNumber
from kb.number.scanned import with_figures
from kb.number.types import TYPES

_NAMES = sorted({spelt for row in TYPES for spelt in (row.name.lower(), folded(row.name))}, reverse=True)
"""A name stands behind those that it begins."""
_TYPE = re.compile(rf"^\s*(?:{'|'.join(_NAMES)})\s+", re.IGNORECASE)
PATTERNS = {"type": _TYPE}
"""By which the browser knows the name in front of a number (`indexer.browser.settings`)."""


def number_asked(text: str) -> DocumentNumber | None:
    """The number, letters for figures read as meant; None where more is typed than a number and its type."""
    typed = _TYPE.sub("", composed(text), count=1)
    for number in (typed, with_figures(typed)):
        with suppress(InvalidNumber):
            return DocumentNumber.parse(number)
    return None
