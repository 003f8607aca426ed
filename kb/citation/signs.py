"""Numbers with a blank where a sign should stand: ``51 NQ/TW``, ``124/2021 TT-BCA``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.number.issuers import PARTY_SYMBOLS, STATE_BODIES
from kb.number.types import TYPES

_SYMBOLS = {letters for row in TYPES for letters in (*row.symbols, *row.variants) if len(letters) > 1}
_TYPES = "|".join(sorted(_SYMBOLS, key=len, reverse=True))
_BODIES = "|".join(sorted({*STATE_BODIES, *PARTY_SYMBOLS, "UBND", "HĐND"}, key=len, reverse=True))
_UNSIGNED = re.compile(
    rf"(?<![\w/.,-])(?P<ordinal>\d{{1,5}})(?P<year>[/.](?:19|20)\d\d)?"
    rf"(?P<before>[\s._]?|\s?[/-]\s?)(?P<group>{_TYPES})"
    rf"(?:(?P<sign>[/-])(?P<office>[A-ZĐ][\w&]*(?:-[A-ZĐ][\w&]*){{0,3}})|[\s._](?P<known>{_BODIES})(?:[\s._-](?P<unit>[A-Z]{{1,2}}\d\d))?)(?![\w/])"
)
"""Where both signs are missing, the body is one that is known: other words in capitals may follow a number."""


def unsigned_numbers(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Start and end of each, the number with its signs, and the letters of the type in it."""
    for match in _UNSIGNED.finditer(text):
        dotted = (match["year"] or "").startswith(".")
        if match["known"] or dotted or match["before"].strip() not in ("/", "-"):
            yield *match.span(), _signed(match), match["group"]


def _signed(match: re.Match[str]) -> str:
    """In a number of the Party the hyphen stands before the type and the slash behind it, else the other way round.

    A slash typed behind the type tells the form where the office is not known: ``84 QĐ/TWĐTN`` is the Youth Union's.
    """
    office = match["known"] or match["office"]
    party = office in PARTY_SYMBOLS or match["sign"] == "/"
    before = match["before"].strip(" \t\n._") or ("-" if party else "/")
    between = match["sign"] or ("/" if party else "-")
    year, unit = (match["year"] or "").replace(".", "/"), f"-{match['unit']}" if match["unit"] else ""
    return f"{match['ordinal']}{year}{before}{match['group']}{between}{office}{unit}"
