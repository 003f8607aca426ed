"""Citations by number: the number itself, then what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kb.citation import context
from kb.citation.dates import typed_date
from kb.citation.misread import Misread, misread_numbers
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import (
    BARE,
    DATE_AFTER,
    FORM_BEFORE,
    HOUSE,
    LIST_BEFORE,
    NUMBER,
    NUMBERED_TYPES,
    OFFICE,
    PARTIAL,
    SELF_BEFORE,
    SPACED,
    SYMBOLS,
)
from kb.citation.reading import Reading
from kb.citation.said_once import with_day_and_body
from kb.citation.shared_numbers import SharedNumbers, shared_numbers
from kb.citation.symbol import read_number, type_of, usual_case
from kb.citation.type_words import TypeWord, TypeWords
from kb.number.document_number import DocumentNumber

_JOINT = re.compile(r"LT|LN|LB|PH")
LIST_WITHIN = 40
"""Code points from one number of a list to the next."""
HEADER_WITHIN = 3000
"""Code points from the beginning of a text in which its own number stands behind its type word."""
OWN_LABEL_WITHIN = 24
"""Code points in front of a number that hold the label of a text's own number: ``Số ký hiệu:``."""
FORM_WITHIN = 40
"""Code points in front of a number that hold what it is the number of, if not of a document: ``Mẫu số``."""


class NumberScan:
    """Reads the numbers of one text from left to right."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.plain
        self._types = TypeWords(reading)
        self._misread = dict(self._all_misread())
        self._listed: dict[int, str] = {}

    def citations(self) -> Iterator[Citation]:
        """Citations with a symbol, in the order of the text."""
        listed: list[Citation] = []
        previous_end, previous_type = 0, ""
        for start, end, number, type_word in self._numbers():
            shared = shared_numbers(self._text, self._types, start) if type_word is None else None
            if shared:
                previous_end, previous_type = shared.end, shared.type_word.name
            elif type_word is None and not self._stands_alone(start, number):
                continue
            in_list = self._goes_on(previous_end, start)
            citation, previous_end = self._citation(start, end, number, type_word, previous_type if in_list else "")
            self._listed[previous_end] = previous_type = citation.type_name or ""
            if type_word or shared or not in_list:
                yield from with_day_and_body(listed)
                listed = list(self._shared(shared, number))
            listed.append(citation)
        yield from with_day_and_body(listed)

    def _numbers(self) -> Iterator[tuple[int, int, DocumentNumber, TypeWord | None]]:
        """Start and end of every number with a symbol, what it is, and the type word in front of it."""
        for match in NUMBER.finditer(self._text):
            read = read_number(match)
            if read and match.start() not in self._misread:
                end, number = read
                yield match.start(), end, number, self._types.before(match.start(), number)

    def _goes_on(self, end: int, start: int) -> bool:
        """Whether a number at `start` stands in one list with one that ended at `end`."""
        return start - end < LIST_WITHIN and bool(LIST_BEFORE.fullmatch(self._text, end, start))

    def _all_misread(self) -> Iterator[tuple[int, tuple[Misread, TypeWord | None]]]:
        """Numbers mistyped, by where they begin, each with the type word in front of it."""
        for misread in misread_numbers(self._text):
            type_word = self._types.before(misread.start, None)
            number = DocumentNumber.parse(misread.likely[0])
            if type_word is None:
                fits = not misread.group and self._stands_alone(misread.start, number)
            else:
                fits = not misread.group or misread.fits(type_word.name)
            if fits:
                yield misread.start, (misread, type_word)

    def misread(self) -> Iterator[Citation]:
        """Numbers whose figures or signs were mistyped; of several readings the day's year decides."""
        for start, (misread, type_word) in self._misread.items():
            dated = self._citation(start, misread.end, None, type_word, "")[0]
            day = typed_date(dated)
            fitting = [n for n in misread.likely if day and f"/{day.year}/" in n] or misread.likely
            number = DocumentNumber.parse(fitting[0]) if len(fitting) == 1 else None
            type_name = dated.type_name or type_of(DocumentNumber.parse(fitting[0]))
            canonical = dated.canonical if misread.group or number is None else str(number)
            yield replace(dated, type_name=type_name, number=number, canonical=canonical, likely=tuple(fitting))

    def _shared(self, shared: SharedNumbers | None, number: DocumentNumber) -> Iterator[Citation]:
        """Each bare number, if any, with the symbol of the last one."""
        if shared is None:
            return
        word: TypeWord | None = shared.type_word
        for start, end, own in shared.each(self._text, number):
            found, _ = self._citation(start, end, own, word, shared.type_word.name)
            yield replace(found, inherited=(*found.inherited, "number"))
            word = None

    def partial(self) -> Iterator[Citation]:
        """Numbers cited without their symbol: ``TT 01/2018 của Bộ Xây dựng``, ``Sắc lệnh số 85 ngày 22/5/1950``."""
        for word in self._reading.type_words:
            bare = BARE.match(self._text, word.end())
            spaced = SPACED.match(self._text, word.end())
            spelled = TypeWord(word.start(), usual_case(word.group()), word.end())
            if spaced:
                yield self._citation(*spaced.span("number"), None, spelled)[0]
            elif bare and bare["word"] and DATE_AFTER.match(self._text, bare.end()):
                yield self._citation(*bare.span("ordinal"), None, spelled)[0]
        yield from self._with_years()

    def _with_years(self) -> Iterator[Citation]:
        """``hai Nghị định 105/2021 và 104/2022``: ordinal and year, behind a type word or in the list of one."""
        ends, listed = sorted(self._listed), list[Citation]()
        last_end, last_type = 0, ""
        for match in PARTIAL.finditer(self._text):
            type_word = self._types.before(match.start(), None)
            place = bisect_right(ends, match.start())
            if place and ends[place - 1] > last_end:
                last_end, last_type = ends[place - 1], self._listed[ends[place - 1]]
            in_list = type_word is None and self._goes_on(last_end, match.start())
            name = type_word.name if type_word else last_type if in_list else ""
            if name not in NUMBERED_TYPES:
                continue
            citation, last_end = self._citation(match.start(), match.end(), None, type_word, name)
            last_type = name
            if not in_list:
                yield from with_day_and_body(listed)
                listed = []
            listed.append(citation)
        yield from with_day_and_body(listed)

    def _citation(
        self, start: int, end: int, number: DocumentNumber | None, type_word: TypeWord | None, list_type: str = ""
    ) -> tuple[Citation, int]:
        """The citation of the number at `start` … `end`, and where it ends in the plain text.

        What stands behind the number is read first: day and body, then the title. Parts that are still missing are
        then looked for outside. `list_type` is the type of the list that the number goes on, or empty.
        """
        span, span_at = self._reading.span, self._reading.span_at
        begin, joint = type_word.start if type_word else start, _is_joint(number, type_word)
        issued = _with_word(context.after(self._text, end, joint=joint), type_word)
        provision = context.provision_before(self._text, begin)
        title = context.title_after(self._text, issued.end, of_provision=provision is not None)
        issued, inherited = _completed(issued, self._issued_outside(begin, title, joint=joint))
        citation = Citation(
            span(begin, issued.end),
            CitationKind.NUMBERED,
            type_name=type_word.name if type_word else list_type or _type_of(number),
            type_typed=span_at((type_word.start, type_word.end) if type_word else None),
            number_typed=span(start, end),
            number=number,
            canonical=str(number) if number else "".join(self._text[start:end].split()),
            date_typed=span_at(issued.date),
            date_unread=None if issued.date else span_at(issued.unread),
            month=issued.month,
            issuer_typed=span_at(issued.issuer),
            provision=span_at(provision),
            title=span(*context.without_date(self._text, title[0], issued.date)) if title else None,
            title_quoted=bool(title and title[1]),
            year=issued.year,
            inherited=inherited if type_word else ("type", *inherited),
            own=self._is_own(type_word, start),
        )
        return citation, issued.end

    def _issued_outside(
        self, begin: int, title: tuple[context.Place, bool] | None, *, joint: bool
    ) -> Iterator[context.Issued]:
        """Day and body that a title or the beginning of the sentence cuts off from the number."""
        yield context.issued_before(self._text, begin)
        if title:
            yield context.issued_behind_title(self._text, title[0], quoted=title[1], joint=joint)

    def _is_own(self, type_word: TypeWord | None, start: int) -> bool:
        """Whether the number is the text's own: ``Số: …`` or ``Nghị quyết số: …`` on a line of its own."""
        if type_word is None:
            return bool(SELF_BEFORE.search(self._text[max(0, start - OWN_LABEL_WITHIN) : start]))
        begins_line = not self._text[: type_word.start].rpartition("\n")[2].strip() if start < HEADER_WITHIN else False
        return begins_line and ":" in self._text[type_word.end : start]

    def _stands_alone(self, start: int, number: DocumentNumber) -> bool:
        """Whether a number without a type word is one: it bears the symbol of a type, or "số" and an office."""
        window = self._text[max(0, start - FORM_WITHIN) : start]
        if FORM_BEFORE.search(window):
            return False
        groups = [group.upper() for group in number.groups]
        if any(group in SYMBOLS for group in groups[:2]) and len(groups) > 1:
            return True
        if number.year and (HOUSE.fullmatch(groups[0]) or re.match(r"TT|NĐ|QĐ|NQ|CT", groups[0])):
            return True
        return len(groups) > 1 and bool(OFFICE.match(groups[0]) and re.search(r"(?<!\w)số\s*:?\s*$", window, re.I))


def _is_joint(number: DocumentNumber | None, type_word: TypeWord | None) -> bool:
    """Whether several bodies issue it: by its symbol, or by its type (liên tịch, liên bộ, liên ngành)."""
    by_symbol = number is not None and _JOINT.search(number.symbol) is not None
    return by_symbol or (type_word is not None and "liên" in type_word.name)


def _type_of(number: DocumentNumber | None) -> str | None:
    return type_of(number) if number else None


def _with_word(issued: context.Issued, word: TypeWord | None) -> context.Issued:
    """With the day and the body that stand between type word and number, where none stands behind it."""
    return replace(issued, date=issued.date or word.date, issuer=issued.issuer or word.issuer) if word else issued


def _completed(issued: context.Issued, outside: Iterable[context.Issued]) -> tuple[context.Issued, tuple[str, ...]]:
    """Day and body with what is missing taken from the first place outside that has it; the names of those parts."""
    inherited: list[str] = []
    places = iter(outside)
    while (issued.date is None or issued.issuer is None) and (other := next(places, None)):
        if issued.date is None and other.date:
            issued = replace(issued, date=other.date)
            inherited.append("date")
        if issued.issuer is None and other.issuer:
            issued = replace(issued, issuer=other.issuer)
            inherited.append("issuer")
    return issued, tuple(inherited)
