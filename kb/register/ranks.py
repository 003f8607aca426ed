"""Which document may end another: one of equal or higher rank, told by the last group of its symbol."""

from __future__ import annotations

import re

from kb.number.document_number import DocumentNumber

_RANKS = (
    re.compile(r"QH\d*"),
    re.compile(r"UBTVQH\d*"),
    re.compile(r"CTN"),
    re.compile(r"CP|HĐBT"),
    re.compile(r"TTg"),
    re.compile(r"(?!UBND|HĐND|UB$)\w+"),
    re.compile(r"HĐND\w*"),
)
"""Who issues, the highest first."""


def rank(number: DocumentNumber) -> int:
    """0 for the National Assembly; greater is lower."""
    return next((i for i, form in enumerate(_RANKS) if form.fullmatch(number.groups[-1])), len(_RANKS))


def may_end(by: DocumentNumber, ended: DocumentNumber) -> bool:
    """Whether one document may end another by its rank."""
    return rank(by) <= rank(ended)
