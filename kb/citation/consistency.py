"""What contradicts itself in a citation, told without any corpus: one check a function.

A fault of severity error cannot be right as typed: the parts exclude each other, or the rule knows no such form. A
doubt may be right, but a reader should look. `source` names the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.citation.dates import typed_date
from kb.citation.misread import misread_fault
from kb.citation.models import Citation, CitationFault
from kb.citation.patterns import LAW_TYPES
from kb.citation.symbol_body import of_another_body
from kb.number.issuers import PARTY_SYMBOLS, WITHOUT_MARKS
from kb.number.types import BY_NAME, NORMATIVE, PARTY, STATE, symbol_names

ISSUED_WITH = frozenset(
    {"Đề án", "Dự án", "Chương trình", "Chương trình hành động", "Kế hoạch", "Quy chế", "Quy định", "Chiến lược",
     "Điều lệ", "Nội quy", "Quy trình", "Phương án", "Hướng dẫn", "Quy chế phối hợp", "Chương trình phối hợp"}
)  # fmt: skip
"""Types whose text is approved by or issued with another document, and is often cited by the number of that one."""
_ISSUING = frozenset({"QĐ", "NQ", "TT", "NĐ", "CT"})
AMENDING = re.compile(r"sửa\s+đổi|bổ\s+sung", re.IGNORECASE)
CONSOLIDATED = "VBHN"
"""The symbol of texts that bear the type and the name of the law that they consolidate."""
_SYMBOLS = symbol_names()
PARTY_FORM_SINCE = 2000
"""Before, offices of the Party numbered in other ways too."""


def contradictions(citation: Citation) -> Iterator[CitationFault]:
    """Everything that a citation by number says against itself."""
    for check in (_figures, _day, _year, _marks, _type, _party_form, of_another_body):
        yield from check(citation)


def _figures(citation: Citation) -> Iterator[CitationFault]:
    """``06/25014/NĐ-CP``, ``51 NQ/TW``: what was typed is no number."""
    if fault := misread_fault(citation):
        yield fault


def _day(citation: Citation) -> Iterator[CitationFault]:
    """A day that no calendar has."""
    if citation.date_typed and typed_date(citation) is None:
        yield CitationFault("no-such-day", "", _words(citation.date_typed.surface))


def _year(citation: Citation) -> Iterator[CitationFault]:
    """The year in the number is that of issue; at the turn of a year a number may have been kept for the day after."""
    day, number = typed_date(citation), citation.number
    if number is None or number.year is None or day is None or number.year == day.year or not dated_itself(citation):
        return
    typed, issued = int(number.year), int(day.year)
    turn = (issued - typed, day.first_day.month) in ((1, 1), (-1, 12))
    yield CitationFault("year", number.year, day.year, "doubt" if turn else "error", source=NORMATIVE)


def dated_itself(citation: Citation) -> bool:
    """Whether the day stands behind the number and is that of its document."""
    if "date" in citation.inherited:
        return False
    return citation.type_name not in LAW_TYPES or _dated_by_its_law(citation)


def _dated_by_its_law(citation: Citation) -> bool:
    """Whether the day behind a law's number is the law's: an amending law's is its own, a circular's its body's."""
    body = citation.issuer_typed.surface if citation.issuer_typed else "Quốc hội"
    return "Quốc hội" in body and not AMENDING.search(citation.span.surface)


def _marks(citation: Citation) -> Iterator[CitationFault]:
    """``30/2020/ND-CP``: a symbol without its diacritics."""
    groups = citation.number.groups if citation.number else ()
    right = [WITHOUT_MARKS.get(group.upper(), group) for group in groups]
    if citation.number and right != list(groups):
        expected = _typed_number(citation)
        for group, marked in zip(groups, right, strict=True):
            expected = re.sub(rf"(?<![^\W_]){re.escape(group)}(?![^\W_])", marked, expected, flags=re.IGNORECASE)
        yield CitationFault("symbol", expected, _typed_number(citation), source=STATE)


def _type(citation: Citation) -> Iterator[CitationFault]:
    """The type word against the type in the symbol: ``Chỉ thị số 49-NQ/TW``."""
    typed, number = citation.type_name or "", citation.number
    if number is None or citation.type_typed is None or len(number.groups) < 2:
        return
    shown = number.groups[0]
    group = WITHOUT_MARKS.get(shown.upper(), shown.upper())
    if group not in _SYMBOLS or _may_bear(typed, group) or (typed == "Công văn" and number.separator == "/"):
        return  # letters of an office may be those of a type: CT of a Cục thuế
    source = PARTY if number.groups[-1] in PARTY_SYMBOLS else BY_NAME[typed].source
    severity = "doubt" if typed in ISSUED_WITH or group == CONSOLIDATED else "error"
    yield CitationFault("type-symbol", _SYMBOLS[group], f"{typed}” có ký hiệu “{shown}", severity, source=source)


def _may_bear(typed: str, group: str) -> bool:
    """Whether documents of a type are seen with a symbol: their own, or that of the document they were issued with."""
    row = BY_NAME.get(typed)
    own = [letters.upper() for letters in (*row.symbols, *row.variants)] if row else []
    related = any(group.startswith(letters) or letters.startswith(group) for letters in own)
    joint = "liên" in typed and "liên" in _SYMBOLS[group]
    return not own or related or joint or (typed in ISSUED_WITH and group in _ISSUING)


def _party_form(citation: Citation) -> Iterator[CitationFault]:
    """``18/NQ-TW``: in a number of the Party the hyphen stands before the type, the slash behind it."""
    number, day = citation.number, typed_date(citation)
    if number is None or number.year or len(number.groups) != 2 or (day and int(day.year) < PARTY_FORM_SINCE):
        return
    kind, office = number.groups
    if number.separator == "/" and office in PARTY_SYMBOLS and kind.upper() in _SYMBOLS and "-" in number.symbol:
        yield CitationFault("party-form", f"{number.ordinal}-{kind}/{office}", _typed_number(citation), source=PARTY)


def _typed_number(citation: Citation) -> str:
    return _words(citation.number_typed.surface) if citation.number_typed else ""


def _words(text: str) -> str:
    return " ".join(text.split())
