"""What stands side by side on one line of a header or an ending: columns, cells of a row, words of the two columns.

A text file has wide gaps between the columns, a Word file tabs, Markdown bars; a PDF often has one blank only, so the
words that the rules prescribe (name of the country, motto, ``Số:``, place and day) are where a column begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from operator import itemgetter

from kb.language.normal_forms import nfc

_GAP = re.compile(
    r"(?<![ \t])(?<!ngày)(?<!Ngày)(?<!tháng)(?<!năm)(?<!Số)(?<!Số:)(?:[ ]*\t[ \t]*| {3,})(?![\s/])(?!tháng|năm\s)"
)
"""The gap between two columns; not one left open for a number or a day to be written in."""
_BAR = re.compile(r"(?<![ \t])[ \t]*\|[ \t|]*")
_TWO_COLUMNS = re.compile(
    r"CỘNG H[ÒO][AÀ] XÃ HỘI|ĐỘC LẬP\s*[-–—]\s*TỰ DO|ĐẢNG CỘNG SẢN VIỆT"
    r"|^[\s|*_#>]*(?:[^\W\d]{1,12} ){0,3}SỐ(?:\s*:)?[\s\d._…]*[/-]|,\s*NGÀY[\s\d._…]+THÁNG|NƠI NHẬN",
    re.IGNORECASE,
)
"""A line of the two columns of a header, or the first of those of an ending."""
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
"""A letter with the marks that follow it as code points of their own (NFD)."""
_OFFICE_CELL = re.compile(
    r"\|[\s*]*(?:(?:TM|KT|TL|TUQ|Q)\s*\.\s*[^\W\d_]|XÁC THỰC VĂN BẢN)|[A-ZĐÀ-Ỹ]{2}\s+\([Đđ]ã k[ýí]\)\s+\w"
)
"""A line that holds an office beside something else, or the office and the name of who signed."""
LONGEST_LINE = 8_000
"""Code points of a line in which words of two columns are looked for; a longer one is a paragraph."""
_CAPITAL = re.compile(r"[A-ZĐÀ-Ỹ]")
_RULE = re.compile(r"[\W_]*")
_DATE = r"ngày[\s\d._…]{1,12}tháng[\s\d._…]{1,12}năm[\s\d._…]{1,12}"
_WORD = r"[A-ZĐÀ-Ỹ][\w.]*"
_COUNTRY = re.compile(r"(?<!\s)\s*CỘNG\s+H(?:ÒA|OÀ|ÓA)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM\s*")
_MOTTO = re.compile(r"(?<!\s)\s*độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc\s*", re.IGNORECASE)
_PARTY = re.compile(r"(?<!\s)\s+(?=ĐẢNG CỘNG SẢN VIỆT NAM\s*$)")
_PLACE_AND_DAY = re.compile(
    rf"(?<!\s)\s+(?=(?:{_WORD}(?: {_WORD}){{0,6}}\s*,\s*)?{_DATE}\s*$)"
    rf"|(?<!\s)\s+(?={_WORD}(?: {_WORD}){{0,6}}\s*,\s*ngày[\s\d]{{0,5}}(?:tháng[\s\d]{{0,5}})?$)",
    re.IGNORECASE,
)
"""Place and day, or what a broken line holds of them."""
_SUBJECT = re.compile(r"(?<!\s)\s+(?=V/v)")
_NUMBER = re.compile(r"(?<!\s)\s+(?=(?:Luật s|Nghị quyết s|Pháp lệnh s|S)ố\s*:?\s*[\d/._…])")
_NUMBER_ALONE = re.compile(r"(?:\S+ ){0,2}số\b\s*:?[\s\d._…]*(?:[\w.&]*\s*[/-]\s*){0,4}[\w.&]*", re.IGNORECASE)
"""The number of a document and nothing else: behind the words of a sentence a day begins no column."""
_DRAWN = re.compile(r"[-_*=–—]{5,}\s*")
_ITEM = re.compile(r"(?<=[;:.,])\s+(?=[-–+]\s?\w)")
_SIGNED = re.compile(r"(?<!\s)\s+(?=\(?[Đđ]ã k[ýí](?!\w))")
_BEHIND_SIGNED = re.compile(r"(?<=[Đđ]ã k[ýí]\))\s+|(?<=[Đđ]ã k[ýí])\s+")
_NAME = re.compile(r"(?<!\s)\s+(?=(?P<name>(?:[^\W\d_]{2,8}(?:\s+|$)){2,5})$)")
"""The words of a person's name at the end of a cell, behind an office in capitals."""

_Span = tuple[int, int]
_Break = tuple[int, int, Callable[[str], bool]]
"""Begin and end of the gap, and whether what stands before it makes it one."""


def cells(line: str, *, ending: bool) -> list[_Span]:
    """Where each part of a line begins and ends, in code points; one part for a line that has no columns.

    `ending` says that the line stands below ``Nơi nhận``.
    """
    composed = nfc(line)
    worded = _has_columns(composed)
    if not (worded or ending):
        return [(0, len(line))]
    gaps = [match.span() for pattern in (_GAP, _BAR)[: 1 + worded] for match in pattern.finditer(composed)]
    parts = _between(0, len(composed), gaps)
    if worded and len(composed) <= LONGEST_LINE:
        parts = [piece for start, end in parts for piece in _pieces(composed, start, end)]
    places = _places(line) if len(composed) != len(line) else range(len(line) + 1)
    return [(places[start], places[end]) for start, end in parts]


def _places(line: str) -> list[int]:
    """Where each code point of the composed line begins in the line as it is."""
    places: list[int] = []
    for cluster in _CLUSTER.finditer(line):
        places += [cluster.start()] * len(nfc(cluster.group()))
    return [*places, len(line)]


def _has_columns(line: str) -> bool:
    """Whether words stand on the line that stand beside others in a header or an ending."""
    office = ("|" in line or "ã k" in line) and _OFFICE_CELL.search(line)
    return bool(office or _TWO_COLUMNS.search(line))


def _between(start: int, end: int, gaps: list[_Span]) -> list[_Span]:
    """The spans from `start` to `end` that the gaps leave."""
    ordered = sorted(gaps)
    return list(zip([start, *(b for _, b in ordered)], [*(a for a, _ in ordered), end], strict=True))


def _pieces(line: str, start: int, end: int) -> list[_Span]:
    """A cell cut where prescribed words begin or end."""
    gaps: list[_Span] = []
    begin = start
    for at, behind, fits in sorted(_breaks(line[start:end]), key=itemgetter(0, 1)):
        first = max(begin, start + at)
        if start + behind >= first and fits(line[begin:first].strip()):
            gaps.append((first, start + behind))
            begin = start + behind
    return _between(start, end, gaps)


def _breaks(cell: str) -> Iterator[_Break]:
    """Every place where a line may end."""
    for pattern in (_COUNTRY, _MOTTO):
        for match in pattern.finditer(cell):
            yield match.start(), match.start() + _blanks(match.group()), is_capitals
            yield match.end() - _blanks(match.group()[::-1]), match.end(), _is_country
    for match in _NAME.finditer(cell):
        if match["name"].istitle():
            yield match.start(), match.end(), is_capitals
    for pattern, fits in _FORMS:
        yield from ((match.start(), match.end(), fits) for match in pattern.finditer(cell))


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def _is_country(before: str) -> bool:
    return bool(_COUNTRY.fullmatch(before) or _MOTTO.fullmatch(before))


def _is_number_or_country(before: str) -> bool:
    return _is_country(before) or bool(_NUMBER_ALONE.fullmatch(before))


def _always(_before: str) -> bool:
    return True


def is_capitals(text: str) -> bool:
    """Whether the line is written in capitals throughout."""
    return bool(_CAPITAL.search(text)) and text == text.upper()


def is_rule(text: str) -> bool:
    """Whether the line is drawn, not written: underscores, stars, dashes, dots."""
    return bool(_RULE.fullmatch(text))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_PLACE_AND_DAY, _is_number_or_country),
    (_SUBJECT, _is_number_or_country),
    (_PARTY, is_capitals),
    (_NUMBER, is_capitals),
    (_SIGNED, is_capitals),
    (_BEHIND_SIGNED, _always),
    (_DRAWN, _always),
    (_ITEM, _always),
)
"""Where a line ends, and what must stand in front of that place."""
