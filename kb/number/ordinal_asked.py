"""A document asked for by type, ordinal and year, without its symbol: ``nq 51``, ``Nghị định số 154/2020``."""

from __future__ import annotations

import re
from typing import NamedTuple

from kb.language.fold import composed, folded
from kb.number.types import TYPES

TYPES_ASKED = {folded(word): row.name for row in reversed(TYPES) for word in (row.asked, row.name) if word}
"""Folded letters of a type, as a question abbreviates it or in full, and its name."""
TYPE = rf"(?P<type>{'|'.join(sorted(TYPES_ASKED, key=len, reverse=True))})"
"""The type of a question, folded."""
HEAD = re.compile(rf"{TYPE}\s*(?:so\s+)?(?=\d)")
"""How a question begins that names a document by type and number, folded: ``nq 51``, ``nghi quyet so 51``."""
SHORT = re.compile(rf"(?:{HEAD.pattern}|so\s+)?0*(?P<ordinal>\d{{1,5}})(?:(?:/|\s+nam\s+|\s+)(?P<year>(?:19|20)\d\d))?")


class OrdinalAsked(NamedTuple):
    """The parts of a number without its symbol."""

    type: str
    ordinal: str
    year: str


def ordinal_asked(text: str) -> OrdinalAsked | None:
    """The type, ordinal and year that are all of a question; None where one is missing or more is typed."""
    short = SHORT.fullmatch(folded(" ".join(composed(text).split())))
    if short is None or not short["type"] or not short["year"]:
        return None
    return OrdinalAsked(TYPES_ASKED[short["type"]], short["ordinal"], short["year"])
