"""The period that a title gives its own plan: ``giai đoạn 2021 - 2025``, ``2023 - 2033``, ``đến năm 2030``.

Only plans, programmes, strategies and projects run for a period, and only the words that name them count: what a
title quotes, or what it says to implement, is another document with a period of its own.
"""

from __future__ import annotations

import re

from kb.language.dates import PartialDate
from kb.model import Record
from kb.model.vocabulary import DocumentType, ProgrammeType

_NOUN = r"(?:tiểu dự án|dự án|kế hoạch|chương trình|chiến lược|đề án)"
_HEAD = re.compile(
    r"(?:(?:về việc|về|v/v)\s+)?(?:(?:phê duyệt|ban hành|thông qua)\s+)?"
    rf"(?:(?:chủ trương đầu tư|nội dung)\s+)?{_NOUN}\b",
    re.IGNORECASE,
)
"""How a title begins whose own subject is a plan: ``Phê duyệt Đề án …``."""
_OTHER = re.compile(
    r"\b(?:thực hiện|triển khai|hưởng ứng|tổng kết|sơ kết|theo|căn cứ|thuộc|của)\s+(?:các\s+)?"
    rf"(?:{_NOUN}|nghị quyết|quyết định|chỉ thị|kết luận|nghị định|luật|thông tư|hướng dẫn|quy định|phong trào)\b",
    re.IGNORECASE,
)
"""Where a title turns to another document; what follows is not said of its own."""
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]?")
_SPAN = re.compile(
    r"(?<![\d/.])(?P<first>(?:19|20)\d\d)(?:\s*[-–—]\s*|\s+đến\s+(?:hết\s+)?(?:năm\s+)?)(?P<last>(?:19|20)\d\d)(?![\d/])"
)
_UNTIL = re.compile(r"(?<!định hướng )(?<!tầm nhìn )đến (?:hết )?năm (?P<last>20\d\d)(?!\d)", re.IGNORECASE)
_TERM = re.compile(r"(?:nhiệm kỳ|khóa|khoá|năm học|kỷ niệm[^,;]*)\s*\(?\s*$", re.IGNORECASE)
"""What may stand before two years that are no period of a plan."""
_OPEN = re.compile(r"(?:những|các)\s+năm\s+(?:tiếp theo|tiếp sau|sau)|định kỳ|hằng năm|hàng năm", re.IGNORECASE)
_ONE_YEAR = re.compile(r"(?<!đến )(?<!đến hết )\bnăm (?P<year>20\d\d)\b(?!\s*(?:[-–—]|đến))", re.IGNORECASE)
_PLANS = frozenset(
    {
        DocumentType.KE_HOACH,
        DocumentType.CHUONG_TRINH,
        DocumentType.CHUONG_TRINH_HANH_DONG,
        DocumentType.CHUONG_TRINH_PHOI_HOP,
        DocumentType.DE_AN,
        DocumentType.DU_AN,
    }
)
_PROGRAMMES = frozenset(
    {
        ProgrammeType.NATIONAL_PROGRAMME,
        ProgrammeType.PROGRAMME,
        ProgrammeType.PROJECT,
        ProgrammeType.SCHEME,
    }
)
_TYPES = frozenset(type_.label for type_ in (*_PLANS, *_PROGRAMMES))


def title_period(record: Record) -> PartialDate | None:
    """The year in which the period of the record's own title ends; None where it names none, or not surely its own."""
    own = _own_words(record)
    if _OPEN.search(own):
        return None
    ends = [int(match["last"]) for match in _spans(own)]
    if not ends:
        ends = [int(match["last"]) for match in _UNTIL.finditer(own)]
    last = max(ends, default=0)
    if not last or last < int(record.begun.year or 0) or _is_of_one_year(own, last):
        return None
    return PartialDate.parse(str(last))


def title_start(record: Record) -> PartialDate | None:
    """The year in which that period begins; None where the title names an end alone."""
    firsts = [int(match["first"]) for match in _spans(_own_words(record))] if title_period(record) else []
    return PartialDate.parse(str(min(firsts))) if firsts else None


def _spans(own: str) -> list[re.Match[str]]:
    """The periods of two years in the words of a title."""
    spans = (match for match in _SPAN.finditer(own) if not _TERM.search(own[: match.start()]))
    return [match for match in spans if int(match["first"]) < int(match["last"])]


def _own_words(record: Record) -> str:
    """The words of the title that are said of the record itself; empty where its subject is no plan."""
    title = " ".join(record.name_text.split())
    head = _HEAD.match(title)
    if head is None and record.type_label not in _TYPES:
        return ""
    start = head.end() if head else 0
    other = _OTHER.search(title, start)
    own = title[start : other.start()] if other else title[start:]
    name = _QUOTED.match(own.lstrip())
    if head and name:  # Đề án “…”: the quoted name is that of the subject
        return own.lstrip()
    return _QUOTED.sub(" ", own)


def _is_of_one_year(own: str, last: int) -> bool:
    """Whether the title names a single year too, so that it is not sure which of the two the plan runs for."""
    return any(int(match["year"]) != last for match in _ONE_YEAR.finditer(own))
