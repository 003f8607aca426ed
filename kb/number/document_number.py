"""Số, ký hiệu văn bản: parse, print, compare.

The forms, with the rule they come from:

- ``124/2021/TT-BCA`` state normative (Nghị định 34/2016/NĐ-CP, Điều 58);
- ``66.17/2026/NQ-CP`` one of several resolutions of the Government under one number;
- ``37/2018/QH14`` law or resolution of the National Assembly;
- ``318/QĐ-TTg`` state administrative, ``3371/BCA-V05`` letter (Nghị định 30/2020/NĐ-CP, Phụ lục I);
- ``51-NQ/TW`` Party (Hướng dẫn 05-HD/VPTW): the hyphen stands before the type.

A number does not identify a document: series restart every year or every term, so two documents
may share one. Diacritics carry meaning (HD is not HĐ) and are kept; folding is for matching only.

>>> str(DocumentNumber.parse("124 / 2021 / tt-bca"))
'124/2021/TT-BCA'
>>> DocumentNumber.parse("48/CT-TW").match_key == DocumentNumber.parse("48-CT/TW").match_key
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kb.errors import InvalidNumber
from kb.language.fold import composed, folded
from kb.number.types import TYPES

_NUMBER = re.compile(
    r"(?P<ordinal>\d{1,5}(?:\.\d{1,3})?[A-Za-z]?)"  # 124, 06, 15a, 66.17
    r"(?:[/-](?P<year>\d{4})(?=[/-]))?"  # /2021 of a normative document
    r"(?P<separator>[/-])"  # slash: state; hyphen: Party
    r"(?P<symbol>[^\W\d_][\w&().]*(?:[/-](?:[^\W\d_]|\d)[\w&().]*)*)"  # TT-BCA, NQ/TW, KH-CAT-PV01
)
_NUMBER_WORD = re.compile(r"^\s*số\s+", re.IGNORECASE)
MOST = 80
"""Letters of a number; a longer text is none."""
PATTERNS = {"whole": _NUMBER, "word": _NUMBER_WORD}
"""By which the browser knows a number (`indexer.browser.settings`)."""
_SEPARATOR = re.compile(r"([/-])")
_SIGN = re.compile(r"\W")
_LOWER_KEPT = {"TTG": "TTg", "TRS": "TrS"} | {
    symbol.upper(): symbol for row in TYPES for symbol in (*row.symbols, *row.variants) if not symbol.isupper()
}
"""Groups that keep lower-case letters: TTg of the Prime Minister, TrS, and symbols of types such as CTr."""


@dataclass(frozen=True)
class DocumentNumber:
    """A number as issued. `symbol` is everything after the ordinal and year, separators kept."""

    ordinal: str
    year: str | None
    separator: str
    symbol: str

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """Read a typed number, tolerant of spaces, case and the spelling of letters. Raises InvalidNumber."""
        return _parsed(text)

    def __str__(self) -> str:
        return self._written

    @cached_property
    def _written(self) -> str:
        year = f"/{self.year}" if self.year else ""
        return f"{self.ordinal}{year}{self.separator}{self.symbol}"

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The symbol's parts: ("TT", "BCA"), ("KH", "CAT", "PV01")."""
        return tuple(_SEPARATOR.split(self.symbol)[::2])

    @cached_property
    def match_key(self) -> str:
        """Equal for spellings that differ in separators, case or leading zeros only, and for TƯ and TW (Trung ương)."""
        letters = _SIGN.sub("", self.symbol).upper().replace("TƯ", "TW")
        return f"{self.ordinal.lstrip('0').upper() or '0'}|{self.year or ''}|{letters}"

    @cached_property
    def folded_key(self) -> str:
        """As `match_key`, without diacritics: ``30/2020/ND-CP``."""
        return folded(self.match_key)


@lru_cache(maxsize=1 << 12)
def _parsed(text: str) -> DocumentNumber:
    """The number that a text is. Remembered: of a number cited or held it is asked again and again."""
    clean = "".join(_NUMBER_WORD.sub("", composed(text), count=1).split())
    match = _NUMBER.fullmatch(clean) if len(clean) <= MOST else None
    if not match:
        raise InvalidNumber(f"“{text.strip()[:60]}” không phải số, ký hiệu văn bản")
    groups = [_cased(group) for group in _SEPARATOR.split(match["symbol"])]
    return DocumentNumber(match["ordinal"], match["year"], match["separator"], "".join(groups))


def match_key_of(text: str) -> str:
    """The match key of a typed number; empty for what is none."""
    try:
        return DocumentNumber.parse(text).match_key
    except InvalidNumber:
        return ""


def _cased(group: str) -> str:
    upper = group.upper()
    return _LOWER_KEPT.get(upper, upper)
