"""Citations by number: the number itself, then what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kb.citation import context as around
from kb.citation.issuer import issuer_end
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import (
    ABBREVIATED,
    BARE,
    DATE_AFTER,
    FORM_BEFORE,
    HOUSE,
    LAW_TYPES,
    LIST_BEFORE,
    NUMBER,
    NUMBER_WORD,
    NUMBERED_TYPES,
    OF,
    OFFICE,
    PARTIAL,
    QUALIFIED,
    SELF_BEFORE,
    SPACED,
    SYMBOLS,
)
from kb.citation.reading import Reading
from kb.citation.symbol import read_number, type_of, usual_case
from kb.number.document_number import DocumentNumber

_ABBREVIATED_BEFORE = re.compile(rf"(?<!\w)(?P<symbol>{'|'.join(ABBREVIATED)})\s*(?:số\s*)?[:.]?\s*$")
_NO_NAME = re.compile(r"[;:()“”\"\d/|]")
_AMENDS = re.compile(r"\s+(?:sửa\s+đổi|bổ\s+sung)\b")
_LAW_NUMBER = re.compile(r"QH|TVQH|PL|LCT|HĐNN|SL|CTN|^L\b")
_JOINT = re.compile(r"LT|LN|LB|PH")
LONGEST_NAME = 240
"""Code points a law's name may take between the type word and the number."""
LONGEST_QUALIFIER = 80
"""Code points of what a type word is qualified by: ``Báo cáo thẩm tra``."""


@dataclass(frozen=True, slots=True)
class _Type:
    """A type word in front of a number: where it begins, what it is, and a body named behind it."""

    start: int
    name: str
    end: int
    issuer: tuple[int, int] | None = None


class NumberScan:
    """Reads the numbers of one text from left to right."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.plain
        self._types = reading.type_words
        self._type_ends = [word.end() for word in self._types]

    def citations(self) -> Iterator[Citation]:
        """Citations with a symbol, in the order of the text."""
        previous_end, previous_type = -1, ""
        for match in NUMBER.finditer(self._text):
            read = read_number(match)
            if read is None:
                continue
            end, number = read
            type_word = self._type_before(match.start(), number)
            if type_word is None and not self._stands_alone(match.start(), number):
                continue
            follows = previous_end >= 0 and match.start() - previous_end < 40
            in_list = follows and LIST_BEFORE.fullmatch(self._text, previous_end, match.start())
            citation, previous_end = self._citation(
                match.start(), end, number, type_word, previous_type if in_list else ""
            )
            previous_type = citation.type_name or ""
            yield citation

    def partial(self) -> Iterator[Citation]:
        """Numbers cited without their symbol: ``TT 01/2018 của Bộ Xây dựng``, ``Sắc lệnh số 85 ngày 22/5/1950``."""
        for word in self._types:
            bare = BARE.match(self._text, word.end())
            spaced = SPACED.match(self._text, word.end())
            spelled = _Type(word.start(), usual_case(word.group()), word.end())
            if spaced:
                yield self._citation(*spaced.span("number"), None, spelled, "")[0]
            elif bare and bare["word"] and DATE_AFTER.match(self._text, bare.end()):
                yield self._citation(*bare.span("ordinal"), None, spelled, "")[0]
        for match in PARTIAL.finditer(self._text):
            type_word = self._type_before(match.start(), None)
            if type_word and type_word.name in NUMBERED_TYPES:
                yield self._citation(match.start(), match.end(), None, type_word, "")[0]

    def _citation(
        self, start: int, end: int, number: DocumentNumber | None, type_word: _Type | None, list_type: str
    ) -> tuple[Citation, int]:
        text, span = self._text, self._reading.span
        inherited = [] if type_word else ["type"]
        begin = type_word.start if type_word else start
        joint = bool(number and _JOINT.search(number.symbol)) or bool(type_word and "liên" in type_word.name)
        after = around.after(text, end, joint=joint)
        date, issuer = after.date, after.issuer or (type_word.issuer if type_word else None)
        title = around.title_after(text, after.end)
        for outside in self._issued_outside(begin, title, joint=joint) if date is None or issuer is None else ():
            if date is None and outside.date:
                date = outside.date
                inherited.append("date")
            if issuer is None and outside.issuer:
                issuer = outside.issuer
                inherited.append("issuer")
        provision = around.provision_before(text, begin)
        citation = Citation(
            span(begin, after.end),
            CitationKind.NUMBERED,
            type_name=type_word.name if type_word else list_type or (type_of(number) if number else None),
            type_typed=span(type_word.start, type_word.end) if type_word else None,
            number_typed=span(start, end),
            number=number,
            canonical=str(number) if number else "".join(text[start:end].split()),
            date_typed=span(*date) if date else None,
            issuer_typed=span(*issuer) if issuer else None,
            provision=span(*provision) if provision else None,
            title=span(*around.without_date(text, title[0], date)) if title else None,
            title_quoted=bool(title and title[1]),
            year=after.year,
            inherited=tuple(inherited),
            own=self._is_own(type_word, start),
        )
        return citation, after.end

    def _issued_outside(
        self, begin: int, title: tuple[around.Place, bool] | None, *, joint: bool
    ) -> Iterator[around.Issued]:
        """Day and body that a title or the beginning of the sentence cuts off from the number."""
        yield around.issued_before(self._text, begin)
        if title:
            yield around.issued_behind_title(self._text, title[0], quoted=title[1], joint=joint)

    def _is_own(self, type_word: _Type | None, start: int) -> bool:
        """Whether the number is the text's own: ``Số: …`` or ``Nghị quyết số: …`` on a line of its own."""
        if type_word is None:
            return bool(SELF_BEFORE.search(self._text[max(0, start - 24) : start]))
        begins_line = not self._text[: type_word.start].rpartition("\n")[2].strip() if start < 3000 else False
        return begins_line and ":" in self._text[type_word.end : start]

    def _stands_alone(self, start: int, number: DocumentNumber) -> bool:
        """Whether a number without a type word is one: it bears the symbol of a type, or "số" and an office."""
        window = self._text[max(0, start - 40) : start]
        if FORM_BEFORE.search(window):
            return False
        groups = [group.upper() for group in number.groups]
        if any(group in SYMBOLS for group in groups[:2]) and len(groups) > 1:
            return True
        if number.year and (HOUSE.fullmatch(groups[0]) or re.match(r"TT|NĐ|QĐ|NQ|CT", groups[0])):
            return True
        return len(groups) > 1 and bool(OFFICE.match(groups[0]) and re.search(r"(?<!\w)số\s*:?\s*$", window, re.I))

    def _type_before(self, start: int, number: DocumentNumber | None) -> _Type | None:
        abbreviated = _ABBREVIATED_BEFORE.search(self._text[max(0, start - 16) : start])
        if abbreviated:
            begin = max(0, start - 16) + abbreviated.start()
            symbol = abbreviated["symbol"]
            return _Type(begin, SYMBOLS[symbol.upper()], begin + len(symbol))
        place = bisect_right(self._type_ends, start) - 1
        if place < 0:
            return None
        begin, end = self._types[place].span()
        name = usual_case(self._types[place].group())
        if NUMBER_WORD.fullmatch(self._text, end, start):
            return _Type(begin, name, end)
        near = start - end <= LONGEST_QUALIFIER
        if number and near and type_of(number) == name and QUALIFIED.fullmatch(self._text, end, start):
            return _Type(begin, name, end)
        of, joint = OF.match(self._text, end), "liên" in name
        if (
            of
            and (stop := issuer_end(self._text, of.end(), joint=joint))
            and NUMBER_WORD.fullmatch(self._text, stop, start)
        ):
            return _Type(begin, name, end, (of.end(), stop))
        return self._named_law(place, start) if number and _LAW_NUMBER.search(number.symbol) else None

    def _named_law(self, place: int, start: int) -> _Type | None:
        """``Luật Đường sắt số 35/2005/QH11``: the nearest law word, whose name may hold other type words."""
        for back in range(place, max(-1, place - 3), -1):
            end = self._types[back].end()
            if not self._is_name(end, start):
                return None
            name = usual_case(self._types[back].group())
            if name in LAW_TYPES and self._types[back].group()[0].isupper():
                return _Type(self._amending(back), name, end)
        return None

    def _is_name(self, start: int, end: int) -> bool:
        return end - start <= LONGEST_NAME and not _NO_NAME.search(self._text, start, end)

    def _amending(self, place: int) -> int:
        """Where the citation begins: ``Luật sửa đổi … của Luật Giáo dục số 44/2009/QH12`` is one document."""
        begin = self._types[place].start()
        outer = self._types[place - 1] if place else None
        if outer and usual_case(outer.group()) in LAW_TYPES and _AMENDS.match(self._text, outer.end()):
            return outer.start() if self._is_name(outer.end(), begin) else begin
        return begin
