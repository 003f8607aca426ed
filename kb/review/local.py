"""Offices of places: every province has its own document of a number, and may give it on the same day."""

from __future__ import annotations

import re

from kb.citation.identity import place_named
from kb.number.document_number import DocumentNumber

_LOCAL = re.compile(r"UBND|UB|HĐND\d*|VPUBND|TU|HU|ĐU|MTTQ|CAT|BTV|S[A-ZĐ]{2,}|STP|BCĐ|TUBND|STC|CT-?UBND")
"""Groups of a symbol that offices of many places bear."""


def is_local(number: DocumentNumber) -> bool:
    """Whether the symbol of a number is borne in many places."""
    return any(_LOCAL.fullmatch(group) for group in number.groups)


def of_another_place(typed: str, issuer: str, *, sure: bool) -> bool:
    """Whether the offices named are of two places; where one names none, `sure` asks for a place and takes it so."""
    one, other = place_named(typed), place_named(issuer)
    if not (one and other):
        return sure
    return one not in other and other not in one
