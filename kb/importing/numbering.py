"""What a paragraph of an official text begins with: parts, chapters, articles, clauses, points, dashes.

The forms are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, and Hướng dẫn 05-HD/VPTW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.model.vocabulary import ProvisionKind

ROMAN = r"[IVXL]+"
_WORDED = r"(?:thứ\s+)?(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?:\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?"
_ANNEX = r"(?:PHỤ\s+LỤC|Phụ\s+[Ll]ục)"
_ENDS = r"(?=\s*$|\s*[.:]|\s+[A-ZĐÀ-Ỹ]{2})"
_FORMS: tuple[tuple[ProvisionKind, str], ...] = (
    (ProvisionKind.PHU_LUC, rf"{_ANNEX}(?:\s+(?:số\s+)?(?P<number>{ROMAN}|\d{{1,3}})|(?!\s+{ROMAN}\b)){_ENDS}"),
    (ProvisionKind.PHAN, rf"(?:PHẦN|Phần)\s+(?P<number>{ROMAN}|\d{{1,2}}|(?i:{_WORDED})){_ENDS}"),
    (ProvisionKind.CHUONG, rf"(?:CHƯƠNG|Chương)\s+(?P<number>{ROMAN}|\d{{1,3}}){_ENDS}"),
    (ProvisionKind.TIEU_MUC, rf"(?:TIỂU\s+MỤC|Tiểu\s+mục)\s+(?P<number>{ROMAN}|\d{{1,3}}){_ENDS}"),
    (ProvisionKind.MUC, rf"(?:MỤC|Mục)\s+(?P<number>{ROMAN}|\d{{1,3}}){_ENDS}"),
    (ProvisionKind.DIEU, r"(?:ĐIỀU|Điều)\s+(?P<number>\d{1,4}[a-zđ]?)(?=\s*[.:](?!\d)|\s*$|\s+[-–]\s)"),
    (ProvisionKind.MUC, rf"(?P<number>{ROMAN})(?=\s*[./](?!\w)|\s*[-–—]\s)"),
    (ProvisionKind.KHOAN, r"(?P<number>\d{1,3}[a-zđ]?(?:\.\d{1,2}){0,3})(?=\s*[.)/](?!\d)|-\s)"),
    (ProvisionKind.KHOAN, r"Khoản\s+(?P<number>\d{1,3}[a-zđ]?)(?=\s*[.:]\s+\S)"),
    (ProvisionKind.KHOAN, r"(?P<number>\d{1,3}(?:\.\d{1,2}){1,3})(?=\s+\S)"),
    (ProvisionKind.DIEM, r"(?P<number>[a-zđ]\d?)(?=\s*[.)/](?!\w))"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(form)) for kind, form in _FORMS)
_AFTER = re.compile(r"\s*[.:)/–—-]*\s*")
_DASH = re.compile(r"\s*[-–—•*]\s*(?=\S)")
_PLUS = re.compile(r"\s*\+\s*(?=\S)")
_OPENING = re.compile(
    r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét |Thực hiện |Sau khi xem xét|Nơi nhận|Kính gửi|CỘNG H[ÒO]|Độc lập\s*-"
    r"|Số\s*:|ĐẢNG CỘNG SẢN|QUYẾT NGHỊ|QUYẾT ĐỊNH|CHỈ THỊ)"
)


@dataclass(frozen=True, slots=True)
class ProvisionMark:
    """The numbering at the head of a paragraph: kind of provision, number as typed; `rest` is the text behind it."""

    kind: ProvisionKind
    number: str
    rest: str


def mark_of(text: str) -> ProvisionMark | None:
    """The mark at the beginning of a paragraph, or None."""
    plain = text.strip()
    for kind, pattern in _PATTERNS:
        match = pattern.match(plain)
        if match:
            return ProvisionMark(kind, match["number"] or "", plain[_AFTER.match(plain, match.end()).end() :])  # type: ignore[union-attr]
    return None


POINTS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in their order (Nghị định 30/2020/NĐ-CP: those of the Vietnamese alphabet without marks)."""


FIRST_NUMBERS = ("1", "a", "I")
"""The numbers with which a numbered list begins."""


def following(number: str) -> tuple[str, ...]:
    """The numbers that may come after one: the next, the same with a letter, and the first of a new list."""
    first = FIRST_NUMBERS
    if number.isdigit():
        return (*first, str(int(number) + 1), f"{number}a", f"{number}.1")
    if number and number[0].isdigit() and number[-1:] in POINTS:
        return (*first, str(int(re.match(r"\d+", number)[0]) + 1), number[:-1] + _next_point(number[-1]))  # type: ignore[index]
    if "." in number:
        head, _, tail = number.rpartition(".")
        return (*first, f"{head}.{int(tail) + 1}", f"{number}.1", str(int(number.partition(".")[0]) + 1))
    if number in ROMANS:
        return (*first, *ROMANS[ROMANS.index(number) + 1 :][:1])
    return (*first, *_next_points(number)) if re.fullmatch(r"[a-zđ]\d?", number) else first


_UNITS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMANS = ("", *_UNITS, *(f"{tens}{unit}" for tens in ("X", "XX", "XXX") for unit in ("", *_UNITS)))
"""Roman numbers in their order, each at the place of its value."""


def _next_point(letter: str) -> str:
    return (POINTS + " ")[POINTS.index(letter[0]) + 1] if letter and letter[0] in POINTS else ""


def _next_points(point: str) -> tuple[str, ...]:
    """The points that may follow: the next letter, of the Latin alphabet too, and those added behind this (``d1``)."""
    added = f"{point[0]}{int(point[1:] or 0) + 1}"
    latin = chr(ord(point[0]) + 1) if "a" <= point[0] < "z" else ""
    return tuple(filter(None, (_next_point(point[0]), latin, added)))


def dash_of(text: str) -> str:
    """``-`` or ``+`` where the paragraph begins with one, else nothing."""
    return "+" if _PLUS.match(text) else "-" if _DASH.match(text) else ""


def begins_part(text: str, *, sure: bool = False) -> bool:
    """Whether a line begins a paragraph; `sure`: only by words with which a wrapped line does not begin."""
    mark = mark_of(text)
    if sure:
        return bool(_OPENING.match(text)) or bool(
            mark and mark.kind not in (ProvisionKind.KHOAN, ProvisionKind.DIEM) and not mark.number.isalpha()
        )
    return mark is not None or bool(dash_of(text)) or bool(_OPENING.match(text))
