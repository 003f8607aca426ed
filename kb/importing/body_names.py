"""Where the names of bodies end in the lines of a header, and which of them issued the document.

The body above stands over the issuing one (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.2): ``UBND TỈNH A`` over
``SỞ NỘI VỤ``, ``HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM`` over ``BAN CHẤP HÀNH TỈNH A``. What the lower one leaves out, the
upper one says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from kb.importing.blocks import Block
from kb.importing.readings import GUESSED, LIKELY
from kb.language.phrases import Phrases, lexicon

_BETWEEN = re.compile(r"[\s,;:*|-]*(?:và\s+)?", re.IGNORECASE)
_DASH = re.compile(r"\s+-\s+")
_HEAD = re.compile(
    r"(?:BỘ|SỞ|[ỦU][ỶY] BAN|UBND|HỘI|HĐND|BAN|CỤC|TỔNG|CHI|PHÒNG|TRƯỜNG|TRUNG TÂM|VIỆN|CÔNG (?:AN|ĐOÀN|TY)"
    r"|LIÊN|ĐẢNG|ĐOÀN|HIỆP HỘI|QUỸ|(?:HUYỆN|TỈNH|THÀNH|QUẬN|THỊ|XÃ) [ỦU][ỶY]|MẶT TRẬN|[ỦU]BMTTQ|VĂN PHÒNG|THANH TRA"
    r"|TÒA|TOÀ|KHO BẠC|BẢO HIỂM|NGÂN HÀNG|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|TẬP ĐOÀN|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|CHỦ TỊCH"
    r"|KIỂM TOÁN|QUÂN KHU|TẠP CHÍ|BÁO|CƠ QUAN|KHOA|VƯỜN|HẠT|ĐỘI|TRẠM)(?!\w)"
)
"""How the name of a body begins."""
_PLACE = re.compile(r"(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\s+(?![ỦU][ỶY])\S.*$")
_BARE_UNIT = re.compile(r"(?<!\w)(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG)$")
_NEEDS_PLACE = re.compile(
    r"(?:SỞ|PHÒNG|CHI CỤC|BAN (?:QUẢN LÝ|DÂN TỘC|TUYÊN GIÁO|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH)"
    r"|CÔNG ĐOÀN (?:NGÀNH|VIÊN CHỨC))(?!\w)"
)
_PARTS_OF: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"BAN (?!CHẤP HÀNH|THƯỜNG)"),
        re.compile(r"(?:(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) [ỦU][ỶY]|BAN CHẤP HÀNH TRUNG ƯƠNG)(?!\w)"),
    ),
    (re.compile(r"(?:PHÒNG|ĐỘI|TRẠM)(?!\w)"), re.compile(r"CÔNG AN(?!\w)")),
)
"""Parts of a body, and how the body above them begins, whose whole name theirs goes on with."""
_ORGAN = re.compile(r"BAN (?:CHẤP HÀNH|THƯỜNG VỤ|THƯỜNG TRỰC)|[ỦU][ỶY] BAN KIỂM TRA|VĂN PHÒNG$")
"""Organs that bear no name of their own: the body above has it."""

_Name = tuple[int, int, float]


def names_in(text: str, starts: Sequence[int], known: Phrases, *, joint: bool) -> Iterator[_Name]:
    """(start, end, confidence) of each name of a body in the joined lines; `starts` is where lines begin.

    A name is the longest that the corpus or the word list has at its place, with the place behind it; where they have
    none, the text up to the next line that begins like a body, in a joint document up to a dash.
    """
    listed, position = lexicon_of_bodies(), 0
    while position < len(text):
        between = _BETWEEN.match(text, position)
        position = between.end() if between else position
        found = max(known.end(text, position) or 0, listed.end(text, position) or 0)
        limit = _limit(text, starts, max(found, position + 1), joint=joint)
        end = _with_place(text, found, limit) if found else limit
        if end <= position:
            return
        yield position, end, LIKELY if found == end else GUESSED
        position = end


@cache
def lexicon_of_bodies() -> Phrases:
    """The word list of bodies."""
    return lexicon("bodies")


def begins_like_body(name: str) -> bool:
    """Whether the name begins with a word for a body; other lines in capitals may be the title of a contract."""
    return bool(_HEAD.match(name.upper()))


def _limit(text: str, starts: Sequence[int], behind: int, *, joint: bool) -> int:
    """Where an unknown name that reaches `behind` at least ends: in front of the next body, or at the end."""
    ends = [
        start
        for before, start in pairwise(starts)
        if start >= behind and _HEAD.match(text, start) and " " in text[before:start].strip()
    ]
    dash = _DASH.search(text, behind) if joint else None
    return min([*ends, dash.start() if dash else len(text), len(text)])


def _with_place(text: str, found: int, limit: int) -> int:
    """A known name goes on to the limit where no other body begins behind it: ``ỦY BAN NHÂN DÂN`` + ``TỈNH A``."""
    rest = text[found:limit]
    between = _BETWEEN.match(rest)
    begins = between.end() if between else 0
    return found if not rest[begins:] or _HEAD.match(rest, begins) or "-" in rest[:begins] else limit


def lines_in_one(lines: Sequence[Block]) -> tuple[str, list[int]]:
    """The lines joined by blanks, one hyphen for every dash, and where each begins."""
    text, starts = "", []
    for line in lines:
        starts.append(len(text) + bool(text))
        text = f"{text} {line.text}" if text else line.text
    return text.replace("–", "-").replace("—", "-"), starts


def completed(name: str, above: str) -> str:
    """The name with what only the body above says: its place, or the name of which this is a part or an organ."""
    if above and above not in name and any(part.match(name) and whole.match(above) for part, whole in _PARTS_OF):
        return f"{name} {above.removeprefix('BAN CHẤP HÀNH ')}"
    if _BARE_UNIT.search(name):
        return _named_unit(name, above)
    place = _PLACE.search(above)
    if _NEEDS_PLACE.match(name) and not _PLACE.search(name) and place:
        return f"{name} {place.group()}"
    return _organ_of(name, above) if _ORGAN.match(name) and above else name


def _named_unit(name: str, above: str) -> str:
    """A name that ends with the kind of a place, whose own name the body above has: ``ĐẢNG ỦY CÔNG AN TỈNH``."""
    unit = _BARE_UNIT.search(name)
    named = re.search(rf"(?<!\w){unit[1]}(?: [ỦU][ỶY])? (\S.*)$", above) if unit else None
    return f"{name} {named[1]}" if named else name


def _organ_of(name: str, above: str) -> str:
    """An organ with the name of the body above, in the place that the organ names."""
    above = re.sub(r"^(?:BAN CHẤP HÀNH|ĐẢNG BỘ) ", "", above)
    own = _PLACE.search(name)
    if own and re.match(r"(?:HỘI|ĐOÀN|LIÊN ĐOÀN|CÔNG ĐOÀN)(?!\w)", above):
        return f"{_PLACE.sub('', above.removesuffix(' VIỆT NAM')).strip()} {own.group()}"
    return name if own or name in above else f"{name} {above}"
