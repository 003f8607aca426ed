"""The type of document in front of a number: its word, its abbreviation, or the name of a law that holds it."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from kb.citation.context import after
from kb.citation.issuer import issuer_end
from kb.citation.patterns import ABBREVIATED, LAW_TYPES, NUMBER_WORD, OF, QUALIFIED, SYMBOLS
from kb.citation.reading import Reading
from kb.citation.symbol import type_of, usual_case
from kb.number.document_number import DocumentNumber

_ABBREVIATED_BEFORE = re.compile(rf"(?<!\w)(?P<symbol>{'|'.join(ABBREVIATED)})\s*(?:số\s*)?[:.]?\s*$")
_NO_NAME = re.compile(r"[;:()“”\"\d/|]")
_AMENDS = re.compile(r"\s+(?:sửa\s+đổi|bổ\s+sung)\b")
_JOINED = re.compile(r"(?:,|\bvà)\s+(?:của\s+)?$")
_LAW_NUMBER = re.compile(r"QH|TVQH|PL|LCT|HĐNN|SL|CTN|^L\b")
NAME_HOLDS = 3
"""Type words among which a law's own is looked for: its name may hold others."""
MOST_AMENDED = 12
"""Laws that one may amend by name: further ones are counted, not named (``10 Luật có liên quan``)."""
LONGEST_NAME = 240
"""Code points a law's name may take between the type word and the number."""
_ABBREVIATION_WINDOW = 16
"""Code points in front of a number in which its type may stand abbreviated."""
LONGEST_DAY_AND_BODY = 120
"""Code points of day and body between a type word and its number."""
LONGEST_QUALIFIER = 80
"""Code points of what a type word is qualified by: ``Báo cáo thẩm tra``."""


class TypeWord(Struct, frozen=True):
    """A type word in front of a number: where it begins, what it is, and a body named behind it."""

    start: int
    name: str
    end: int
    issuer: tuple[int, int] | None = None
    date: tuple[int, int] | None = None


class TypeWords:
    """The type words of one text, asked for by the numbers behind them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.plain
        self._types = reading.type_words
        self._type_ends = [word.end() for word in self._types]
        self._bodies: dict[int, tuple[int, int] | None] = {}

    def before(self, start: int, number: DocumentNumber | None) -> TypeWord | None:
        """The type in front of a number: its abbreviation, else by the nearest type word, the closest tie first."""
        abbreviated = self._abbreviated_before(start)
        place = bisect_right(self._type_ends, start) - 1
        if abbreviated or place < 0:
            return abbreviated
        return (
            self._word_before(place, start)
            or self._qualified_before(place, start, number)
            or self._body_between(place, start)
            or self._dated_between(place, start)
            or (self._named_law(place, start) if number and _LAW_NUMBER.search(number.symbol) else None)
        )

    def _abbreviated_before(self, start: int) -> TypeWord | None:
        """``NĐ 78/2025/NĐ-CP``."""
        window_start = max(0, start - _ABBREVIATION_WINDOW)
        match = _ABBREVIATED_BEFORE.search(self._text[window_start:start])
        if match is None:
            return None
        begin, symbol = window_start + match.start(), match["symbol"]
        return TypeWord(begin, SYMBOLS[symbol.upper()], begin + len(symbol))

    def _word_before(self, place: int, start: int) -> TypeWord | None:
        """``Thông tư số 1/2020/TT-BCA``."""
        begin, end = self._types[place].span()
        tied = NUMBER_WORD.fullmatch(self._text, end, start)
        return TypeWord(begin, usual_case(self._types[place].group()), end) if tied else None

    def _qualified_before(self, place: int, start: int, number: DocumentNumber | None) -> TypeWord | None:
        """``Báo cáo thẩm tra số 1006/BC-UBXH15``: only where the symbol is of the same type."""
        begin, end = self._types[place].span()
        name = usual_case(self._types[place].group())
        if number is None or start - end > LONGEST_QUALIFIER or type_of(number) != name:
            return None
        return TypeWord(begin, name, end) if QUALIFIED.fullmatch(self._text, end, start) else None

    def _body_between(self, place: int, start: int) -> TypeWord | None:
        """``Thông tư của Bộ Công an số 1/2020/TT-BCA``."""
        begin, end = self._types[place].span()
        body = self._body_behind(place)
        if body is None or not NUMBER_WORD.fullmatch(self._text, body[1], start):
            return None
        return TypeWord(begin, usual_case(self._types[place].group()), end, body)

    def _dated_between(self, place: int, start: int) -> TypeWord | None:
        """``Thông tư ngày 28/12/2021 của Bộ Công an số 124/2021/TT-BCA``."""
        begin, end = self._types[place].span()
        if start - end > LONGEST_DAY_AND_BODY:
            return None
        issued = after(self._text, end, joint=False)
        if issued.date is None or not NUMBER_WORD.fullmatch(self._text, issued.end, start):
            return None
        return TypeWord(begin, usual_case(self._types[place].group()), end, issued.issuer, issued.date)

    def _body_behind(self, place: int) -> tuple[int, int] | None:
        """Where the bodies behind a type word stand. Read once: they may be many, and so may the numbers be."""
        if place not in self._bodies:
            of = OF.match(self._text, self._type_ends[place])
            joint = "liên" in usual_case(self._types[place].group())
            stop = issuer_end(self._text, of.end(), joint=joint) if of else None
            self._bodies[place] = (of.end(), stop) if of and stop else None
        return self._bodies[place]

    def _named_law(self, place: int, start: int) -> TypeWord | None:
        """``Luật Đường sắt số 35/2005/QH11``: the nearest law word, whose name may hold other type words."""
        for back in range(place, max(-1, place - NAME_HOLDS), -1):
            end = self._types[back].end()
            if not self._is_name(end, start):
                return None
            name = usual_case(self._types[back].group())
            if name in LAW_TYPES and self._types[back].group()[0].isupper():
                return TypeWord(self._amending(back), name, end)
        return None

    def _is_name(self, start: int, end: int) -> bool:
        return end - start <= LONGEST_NAME and not _NO_NAME.search(self._text, start, end)

    def _amending(self, place: int) -> int:
        """Where the citation begins: ``Luật sửa đổi … của Luật Giáo dục số 44/2009/QH12`` is one document.

        So is a law that amends several: ``Luật sửa đổi … của Luật A, Luật B và Luật C số 136/2025/QH15``.
        """
        begin = self._types[place].start()
        for back in range(place - 1, max(-1, place - MOST_AMENDED), -1):
            outer = self._types[back]
            if usual_case(outer.group()) not in LAW_TYPES or not self._is_name(outer.end(), begin):
                break
            if _AMENDS.match(self._text, outer.end()):
                return outer.start()
            if not _JOINED.search(self._text[outer.end() : self._types[back + 1].start()]):
                break
        return begin
