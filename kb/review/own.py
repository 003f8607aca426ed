"""What a draft says of itself: its own number and day. Neither is a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from kb.citation.faults import LONGEST_ABBREVIATION
from kb.citation.models import Citation
from kb.language.fold import composed

HEADER_WITHIN = 3000
"""Code points from the beginning of a draft in which its header stands."""
LONGEST_HEADING = 1000
"""Code points of a line before a citation, beyond which it is no heading: looking further for each citation of a line
would take time by the square of its length."""
LONGEST_GOVERNING = 40
"""Code points above a heading in which a word is looked for that governs it."""
_ISSUED_WITH = re.compile(r"\(\s*(?:ban\s+hành\s+)?kèm\s+theo\s*$", re.IGNORECASE)
_GOVERNS = re.compile(
    r"(?<!\w)(?:căn\s+cứ|theo|của|tại|và|với|thực\s+hiện|thi\s+hành|hướng\s+dẫn|triển\s+khai|thay\s+thế|bãi\s+bỏ)\W*$",
    re.IGNORECASE,
)
"""How a line ends that goes on with what the next one cites: ``… MỘT SỐ ĐIỀU CỦA``."""
_DAY_LINE = re.compile(
    r"^[^\n,;:]{2,40},\s*ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})[\s*_]*$",
    re.MULTILINE | re.IGNORECASE,
)


def without_own(text: str, citations: list[Citation]) -> list[Citation]:
    """The citations without the number of the draft itself, wherever it stands."""
    own = [c for c in citations if c.own or _heads(text, c) or _issued_with(text, c)]
    places = {c.span.start for c in own}
    numbers = {(c.type_name, c.document_number) for c in own}
    return [c for c in citations if c.span.start not in places and not numbers & _ways(c)]


def _ways(citation: Citation) -> set[tuple[str | None, str | None]]:
    """The ways in which a draft may name the number: with its type, and alone in its header."""
    number = citation.document_number
    return {(citation.type_name, number), (None, number)} if number else set()


def _heads(text: str, citation: Citation) -> bool:
    """Whether the citation is the heading of the draft: ``# CÔNG VĂN SỐ 6240/BGDĐT-KHCNTT``.

    A heading heads something, so a body in small letters stands below it; and no line above goes on with it.
    """
    start = citation.span.start
    if citation.type_typed is None or citation.number_typed is None or start > HEADER_WITHIN:
        return False
    line = text.rfind("\n", 0, start) + 1
    typed = text[citation.type_typed.start : citation.number_typed.start]
    if text[line:start].strip("#*_ \t") or not typed.isupper():
        return False
    governed = _GOVERNS.search(composed(text[max(0, line - LONGEST_GOVERNING) : line]))
    below = text[citation.span.end : citation.span.end + HEADER_WITHIN]
    return not governed and any(map(str.islower, below))


def _issued_with(text: str, citation: Citation) -> bool:
    """Whether an annex names the document that it was issued with: ``(Kèm theo Nghị quyết số 100/NQ-CP …)``."""
    return bool(_ISSUED_WITH.search(composed(text[max(0, citation.span.start - 60) : citation.span.start])))


def in_capitals(text: str, citation: Citation) -> bool:
    """Whether the citation stands in a heading in capitals, where letter case says nothing."""
    start = citation.span.start
    first = max(0, start - LONGEST_HEADING)
    begin = text.rfind("\n", first, start) + 1
    if begin == 0 < first or not (text[begin:start].strip("#*_ ") or _type_in_full(citation)).isupper():
        return False
    letters = [c for c in text[begin : citation.span.end] if c.isalpha()]
    return len(letters) > sum(c.islower() for c in letters) * 8


def _type_in_full(citation: Citation) -> str:
    """The type as typed; empty where it is abbreviated, for abbreviations are in capitals everywhere."""
    typed = citation.type_typed.surface if citation.type_typed else ""
    return typed if len(typed) > LONGEST_ABBREVIATION else ""


def draft_day(text: str) -> date | None:
    """The day of the draft in its header (``Cần Thơ, ngày 19 tháng 7 năm 2024``); None where it is not filled in."""
    return next(_days(composed(text[:HEADER_WITHIN])), None)


def _days(header: str) -> Iterator[date]:
    for match in _DAY_LINE.finditer(header):
        with suppress(ValueError):
            yield date(int(match["year"]), int(match["month"]), int(match["day"]))
