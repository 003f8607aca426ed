"""What stands in a number: how far its symbol reaches, and which type of document it is of."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.citation.patterns import GLUED, HOUSE, OFFICE, SYMBOL_PART, SYMBOLS
from kb.language.fold import folded
from kb.number.document_number import DocumentNumber
from kb.number.issuers import PARTY_SYMBOLS, STATE_BODIES
from kb.number.types import BY_NAME, TYPES

_WITH_SMALL_LETTERS = {"TTG"} | {s.upper() for row in TYPES for s in (*row.symbols, *row.variants) if not s.isupper()}
"""Groups that have small letters, which texts write in other places too: ``Ctr`` for CTr."""
_FOLDED_SYMBOLS = {folded(symbol) for symbol in SYMBOLS}
_BODIES = "|".join(map(re.escape, sorted({*STATE_BODIES, *PARTY_SYMBOLS, "UBND", "HĐND"}, key=len, reverse=True)))
_OF_ASSEMBLY = re.compile(r"(?:QH|UBTVQH)\d*")
_NOTED = re.compile(rf"(?P<body>{_BODIES}|QH\d\d)\d{{1,2}}")
"""Letters of a body that stand at the end of a number, and figures that are none of it."""
_UNIT = re.compile(r"P?[A-Z]\d\d")
"""A unit of the police: ``V05``."""
_USUAL_CASE = {folded(name): name for name in BY_NAME}


@lru_cache(maxsize=1 << 10)
def usual_case(type_word: str) -> str:
    """A type word in its usual letter case: ``Thông tư`` for ``THÔNG  TƯ``."""
    plain = " ".join(type_word.split())
    return _USUAL_CASE.get(folded(plain), plain[:1].upper() + plain[1:].lower())


def type_of(number: DocumentNumber) -> str | None:
    """The type that a symbol stands for; None where it stands for none or several (``LT``, Party ``QĐ``, ``TT``)."""
    groups = [group.upper() for group in number.groups]
    if number.separator == "-" and groups[0] in {"QĐ", "TT"}:
        return None
    if _OF_ASSEMBLY.fullmatch(groups[0]):
        return None
    found = next((SYMBOLS[group] for group in groups[:2] if group in SYMBOLS), None)
    if found is None:
        return "Công văn" if len(groups) > 1 else None
    return found or None


def read_number(match: re.Match[str]) -> tuple[int, DocumentNumber] | None:
    """The number as far as its groups are those of a symbol, and where it ends."""
    length = _symbol_length(match["symbol"], dated=match["year"] is not None)
    if not length:
        return None
    end = match.start("symbol") + length
    typed = "".join(match.string[match.start() : end].split()).replace("%", "/")
    return end, DocumentNumber.parse(typed)  # which reads all that `NUMBER` matches


@lru_cache(maxsize=1 << 10)
def _symbol_length(written: str, *, dated: bool) -> int:
    """How far what is written behind an ordinal, or a year, is a symbol. Remembered: a text repeats few symbols."""
    groups: list[str] = []
    spaced, end = _TIGHT, 0
    for part in SYMBOL_PART.finditer(written):
        glued = GLUED.match(part["group"])
        group = glued.group() if glued else part["group"]
        goes_on = spaced != _TIGHT and spaced == _blanks(part) and group.isupper() and len(group) <= LONGEST_FIRST_GROUP
        if not goes_on and not _fits(part, group, groups, dated=dated):
            break
        spaced = _blanks(part)
        group = _without_note(group)
        groups.append(group)
        end = part.start("group") + len(group)
        if len(group) < len(part["group"]):
            break
    return end


_TIGHT = False, False


def _blanks(part: re.Match[str]) -> tuple[bool, bool]:
    """Whether blanks stand before and behind a sign: ``04/HD - BCA - V05`` has the same at each of its own."""
    return (bool(part["before"]), bool(part["after"])) if "\n" not in part.group() else _TIGHT


def _without_note(group: str) -> str:
    """A group without the mark of a footnote that lost its height: ``CP1``, ``TTg2``, ``QH141``."""
    noted = _NOTED.fullmatch(group)
    return noted["body"] if noted else group


LONGEST_FIRST_GROUP = 6
"""Letters of a first group that is no type, behind a year: ``37/2018/QH14``; more are a word of the sentence."""


def _fits(part: re.Match[str], group: str, groups: list[str], *, dated: bool) -> bool:
    """Whether a group goes on the symbol made of `groups`, by its letter case and the white space around its sign."""
    if not _in_capitals(group):
        return _fits_in_small_letters(group, groups)
    tight = not part["before"] and not part["after"]
    broken_line = "\n" in part["after"] and not part["before"]
    if tight or broken_line:
        return True
    if not groups:
        return _is_type(group) or (dated and len(group) <= LONGEST_FIRST_GROUP)
    return _is_type(groups[-1]) or bool(HOUSE.fullmatch(group))


def _fits_in_small_letters(group: str, groups: list[str]) -> bool:
    """Typed in small letters: only a known type, then the body that goes with it."""
    if not group.islower():
        return False
    if not groups:
        return _is_type(group)
    if not groups[-1].islower():
        return False
    return _is_type(group) or bool(
        OFFICE.match(group.upper()) or HOUSE.fullmatch(group.upper()) or _UNIT.fullmatch(group.upper())
    )


@lru_cache(maxsize=1 << 12)
def _is_type(group: str) -> bool:
    """Whether a group is the symbol of a type, in any case. A text repeats few groups many times."""
    return folded(group) in _FOLDED_SYMBOLS


@lru_cache(maxsize=1 << 12)
def _in_capitals(group: str) -> bool:
    """Capitals, with the few small letters of TTg, CTr, TTr, QyĐ, CTrPH."""
    letters = [c for c in group if c.isalpha()]
    small = sum(c.islower() for c in letters)
    return group[0].isupper() and (small <= (len(letters) - small) // 2 or group.upper() in _WITH_SMALL_LETTERS)
