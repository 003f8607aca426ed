"""What a table gives, made fit for the register, or refused with a reason: numbers, types, days, titles."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone

from kb.errors import InvalidNumber
from kb.language.fold import composed, folded
from kb.language.phrases import phrases_in
from kb.number.document_number import DocumentNumber
from kb.number.issuers import LEGISLATURES
from kb.number.types import BY_NAME, TYPES, symbol_names
from kb.register.entry import LAWS

_WRITTEN = re.compile(
    r"(?:ngày\s*)?(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4})",
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?")
_TIME_BEHIND = re.compile(r"(?<=\d{4})\s+\d{1,2}:\d{2}(?::\d{2})?$")
_WITH_ZONE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)")
_IN_VIETNAM = timezone(timedelta(hours=7))
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_BEFORE_SERIALS = date(1899, 12, 30)
"""Day 0 of Excel's calendar from 1900 (ECMA-376 Part 1, 18.17.4.1), in which a cell without a format keeps a day."""
_MONTH_FIRST = re.compile(r"(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/\d{4}")
"""A day in the American order, which nothing else can be."""
_WORD_IN_FRONT = re.compile(r"^\s*(?:số|so)\s*[:.]?\s*(?=\d)", re.IGNORECASE)
_GLUED = re.compile(r"\w\s+[^\W\d_]{2,}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^(?:19|20)\d\d\.\d")
"""A word or a day behind a number, or a year glued in front of it, which would be read as parts of the number."""
MONTH_FIRST = "ngày viết tháng trước ngày sau: xem lại cả cột ngày của bảng"
FIRST_YEAR = 1945
"""The first documents that are cited are of this year."""
LAST_YEAR_OF_SERIALS = 2099
"""A number of five figures that would be a later day is none."""
_LEGISLATURE = re.compile(r"(?:QH|UBTVQH)\d*")
_BRACKETED = re.compile(r"^\(\d+\)\s*")
_OWN_YEAR = re.compile(r"\s+(?:năm\s+)?(?:19|20)\d\d$")
_SYMBOLS = symbol_names()
_TYPE_NAMES = {folded(name): name for name in BY_NAME} | {name.lower(): name for name in BY_NAME}
_WITHOUT_MARKS = {
    folded(symbol).upper(): symbol
    for row in TYPES
    for symbol in row.symbols
    if folded(symbol).upper() != symbol.upper() and folded(symbol).upper() not in _SYMBOLS
}
"""``ND``, which is no symbol -> ``NĐ``. DA is one of its own beside ĐA, so it tells nothing."""


class RowRefused(ValueError):
    """A row that the register does not take; the text is the reason in Vietnamese."""


def clean_number(text: str) -> DocumentNumber:
    """The number as issued. Raises RowRefused for what is no number, is cut short, or has something behind it."""
    typed = _WORD_IN_FRONT.sub("", composed(text)).strip().rstrip(" .,;:")
    try:
        if _GLUED.search(typed):
            raise InvalidNumber(typed)
        return DocumentNumber.parse(typed)
    except InvalidNumber:
        raise RowRefused("số hiệu không đọc được hoặc bị cắt cụt") from None


def clean_type(number: DocumentNumber, typed: str) -> str:
    """The type by the symbol; by the word typed where the symbol has none. Raises RowRefused where neither tells."""
    name = _typed_name(typed)
    group = number.groups[0].upper()
    if _LEGISLATURE.fullmatch(group):
        if name not in (*LAWS, "Nghị quyết"):
            raise RowRefused("số của Quốc hội, Ủy ban Thường vụ Quốc hội mà không rõ thể loại")
        return name
    symbol = next((_SYMBOLS[g.upper()] for g in number.groups[:2] if g.upper() in _SYMBOLS), "")
    if name and (not symbol or group in (s.upper() for s in (*BY_NAME[name].symbols, *BY_NAME[name].variants))):
        return name
    if symbol:
        return symbol
    if number.separator == "/" and len(number.groups) > 1:
        return "Công văn"  # the only type that bears none (Nghị định 30/2020/NĐ-CP, Phụ lục I)
    raise RowRefused("không rõ thể loại")


def with_marks(number: DocumentNumber, typed: str) -> DocumentNumber:
    """The number with the đ of its symbol where the table lost it (``82/2022/ND-CP``) and the type word tells.

    Raises RowRefused where no type word tells: it would be taken for a letter, the only type without a symbol.
    """
    group = number.groups[0]
    if group.upper() not in _WITHOUT_MARKS:
        return number
    symbol, told = _WITHOUT_MARKS[group.upper()], _typed_name(typed)
    if not told:
        raise RowRefused("ký hiệu mất dấu mà không rõ thể loại")
    if symbol not in BY_NAME[told].symbols:
        return number
    return DocumentNumber.parse(re.sub(rf"(?<![^\W\d]){group}(?![^\W\d])", symbol, str(number), count=1))


def _typed_name(typed: str) -> str:
    """The type that a type word means, written with its marks or without; empty for none."""
    words = " ".join(composed(typed).split())
    return _TYPE_NAMES.get(words.lower()) or _TYPE_NAMES.get(folded(words), "")


def type_in_front(title: str) -> str:
    """The type word with which the title of a law begins; empty for another title."""
    return next((name for name in LAWS if title.lower().startswith(f"{name.lower()} ")), "")


def clean_day(value: object) -> str:
    """A day as ISO text; empty where none is given. Raises RowRefused for what is no day."""
    if isinstance(value, (date, datetime)):
        return value.strftime("%Y-%m-%d")
    text = _TIME_BEHIND.sub("", " ".join(str(value or "").split()))
    if not text or text.lower() in ("none", "nan", "null", "unknown"):
        return ""
    if told := _told_otherwise(text):
        return told
    if _MONTH_FIRST.fullmatch(text):
        raise RowRefused(MONTH_FIRST)
    try:
        day = date(*map(int, _year_month_day(text)))
    except (ValueError, TypeError):
        raise RowRefused("ngày không đọc được") from None
    if not FIRST_YEAR <= day.year <= date.max.year:
        raise RowRefused("ngày không đọc được")
    return day.isoformat()


def _year_month_day(text: str) -> tuple[str, ...]:
    """The figures of a day as tables and texts write it; none for another text."""
    if match := _ISO.fullmatch(text):
        return match.groups()
    match = _WRITTEN.fullmatch(text)
    return (match["year"], match["month"], match["day"]) if match else ()


def _told_otherwise(text: str) -> str:
    """The ISO day of a moment with its zone, which is that of Viet Nam, or of a day in Excel's count; else nothing."""
    day = None
    if _WITH_ZONE.fullmatch(text):
        with suppress(ValueError):
            day = datetime.fromisoformat(text).astimezone(_IN_VIETNAM).date()
    elif _SERIAL.fullmatch(text):
        day = _BEFORE_SERIALS + timedelta(days=int(text[:5]))
    return day.isoformat() if day and FIRST_YEAR <= day.year <= LAST_YEAR_OF_SERIALS else ""


def fits_the_number(number: DocumentNumber, day: str) -> bool:
    """Whether a day of issue can be that of the number: its year, or the years of its National Assembly."""
    years = LEGISLATURES.get(number.groups[0].removeprefix("UBTV"))
    if years and not years[0] <= int(day[:4]) <= years[1]:
        return False
    return number.year is None or number.year == day[:4]


def clean_title(number: DocumentNumber, type_name: str, text: str) -> str:
    """A title in the letter case of a sentence, without what a table glued to it; a law with its type word in front."""
    title = _BRACKETED.sub("", printable_line(text)).replace("|", "/")
    title = re.sub(rf"\s*(?:số\s*)?{re.escape(str(number))}$", "", title).rstrip(" .;,")
    if title.endswith(")") and title.count("(") < title.count(")"):
        title = title[:-1].rstrip(" .;,")
    if title.isupper():
        title = _in_sentence_case(title)
    title = title[:1].upper() + title[1:]
    if type_name in LAWS:
        title = _OWN_YEAR.sub("", title) if number.year and title.endswith(number.year) else title
        bare = re.sub(rf"^{type_name}\s+", "", title, flags=re.IGNORECASE)
        title = f"{type_name} {_after_type_word(bare)}" if bare.casefold() != type_name.casefold() and bare else ""
    return title if any(c.isalpha() for c in title) else ""


def printable_line(text: str) -> str:
    """Text in NFC on one line, single-spaced, without characters that are not seen."""
    return " ".join("".join(c for c in composed(text) if c.isprintable() or c.isspace()).split())


def _after_type_word(name: str) -> str:
    """``sửa đổi, bổ sung`` in small letters, a name as it is."""
    return name[:1].lower() + name[1:] if name.lower().startswith("sửa đổi") else name[:1].upper() + name[1:]


def _in_sentence_case(title: str) -> str:
    """Small letters, with the capitals of numbers and of the laws and bodies that the word lists know."""
    lowered = title.lower()
    for phrase in (*phrases_in("laws"), *phrases_in("bodies")):
        lowered = re.sub(rf"(?<!\w){re.escape(phrase.lower())}(?!\w)", phrase, lowered)
    return re.sub(r"\d+/\S+", lambda m: title[m.start() : m.end()], lowered)
