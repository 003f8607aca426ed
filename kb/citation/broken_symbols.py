"""Symbols of numbers that a hyphen breaks at the end of a line: ``TT-BC-`` / ``A``, ``NĐ-`` / ``-CP``.

A hyphen between two groups stays: halves are joined only where they make the letters of a type or of a body, and are
not such letters each. Words and figures were joined before (`kb.language.broken_words`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.citation.figures import Mend
from kb.number.issuers import PARTY_SYMBOLS, STATE_BODIES
from kb.number.types import symbol_names

_GROUPS = {*symbol_names(), *PARTY_SYMBOLS, *STATE_BODIES, "TTg", "UBND", "HĐND", "UBTVQH"}
_LINE_END = r"-[ \t]{0,9}\n[ \t]{0,40}"
_BROKEN = re.compile(
    rf"(?<=[/-])(?P<left>[^\W\d_]{{1,6}}){_LINE_END}(?P<right>[^\W\d_]{{1,6}})(?!\w)"
    rf"|(?<=[\dA-ZĐ]){_LINE_END}(?P<sign>[-/])(?=[\dA-ZĐ])"
)


def broken_symbols(text: str) -> Iterator[Mend]:
    """Symbols in one piece, blanks behind them for what was taken off."""
    for match in _BROKEN.finditer(text) if "-" in text else ():
        left, right, sign = match["left"], match["right"], match["sign"]
        whole = sign or left + right
        if sign or (whole in _GROUPS and not {left, right} <= _GROUPS):
            yield *match.span(), whole.ljust(len(match.group()))
