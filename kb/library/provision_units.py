"""The parts of a document that stand side by side in a question: ``điểm a khoản 2 Điều 5``, ``k1 đ3``, ``5.2.b``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.language.fold import folded
from kb.library.counted_parts import COUNTED, either, numbers_counted, numbers_pattern
from kb.model.vocabulary import ProvisionKind

_LARGER = {
    "phần": ProvisionKind.PHAN,
    "chương": ProvisionKind.CHUONG,
    "tiểu mục": ProvisionKind.TIEU_MUC,
    "mục": ProvisionKind.MUC,
}


_BEFORE = rf"(?:\s+(?:{either('thứ', 'số', 'từ')}))?"
_DOTTED = r"(?P<dotted>\d{1,4}[a-zđ]?\.\d{1,3}[a-zđ]?(?:\.[a-zđ]\d?)?)(?![\w.]*\w)"
_ARTICLES = numbers_pattern(COUNTED, "điều")
_POINTS = numbers_pattern("[a-zđ][0-9]?", "điểm")
_UNIT = "|".join(
    (
        rf"(?:(?:{either('điều')}){_BEFORE}\s*|[đd]\.?\s?(?=\d))(?:{_DOTTED}|(?P<article>{_ARTICLES}))",
        rf"(?:(?:{either('khoản')}){_BEFORE}\s*|k\.?\s?(?=\d))(?P<clause>{numbers_pattern(COUNTED, 'khoản')})",
        rf"(?:(?:{either('điểm')})\s+|[đd]\.?\s?(?=[a-zđ]\d?[\s,]+k))(?P<point>{_POINTS})",
        rf"(?:{either('tiết')})\s+[a-zđ0-9.]{{1,5}}(?!\w)",
        rf"(?P<unit>{either(*_LARGER)}){_BEFORE}\s+(?P<larger>{numbers_pattern(f'[ivxlc]+|{COUNTED}')})",
    )
)
_UNIT_HERE = re.compile(_UNIT)
_NAMED = {"article": ProvisionKind.DIEU, "clause": ProvisionKind.KHOAN, "point": ProvisionKind.DIEM}
_OF = rf"(?:(?:{either('của', 'tại', 'thuộc', 'trong', 'theo', 'ở', 'và', 'các')})\s+)*"
_GAP = re.compile(rf"[\s,;:.()\[\]/–-]*{_OF}")


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """Parts of one kind, by their numbers as they are compared."""

    kind: ProvisionKind
    numbers: tuple[str, ...]


def units_at(plain: str, at: int) -> tuple[list[AskedUnit], int]:
    """The parts that follow each other from a place on, and where what stands between them and a document ends."""
    found: list[AskedUnit] = []
    while match := _UNIT_HERE.match(plain, at):
        found += _units(match)
        gap = _GAP.match(plain, match.end())
        at = gap.end() if gap else match.end()
    return found, at


def _units(match: re.Match[str]) -> Iterator[AskedUnit]:
    """The parts of one mark: three of ``Điều 5.2.b``, none of what stands within a point."""
    if dotted := match["dotted"]:
        kinds = (ProvisionKind.DIEU, ProvisionKind.KHOAN, ProvisionKind.DIEM)
        yield from (AskedUnit(kind, (part,)) for kind, part in zip(kinds, dotted.split("."), strict=False))
    for group, kind in _NAMED.items():
        if match[group]:
            yield AskedUnit(kind, tuple(numbers_counted(match[group])))
    if match["larger"]:
        unit = next(kind for word, kind in _LARGER.items() if folded(word) == folded(match["unit"]))
        yield AskedUnit(unit, (match["larger"].upper(),))
