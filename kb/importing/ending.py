"""The end of a document: nơi nhận, who signed, and the day from which it is in force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from kb.importing.blocks import Block
from kb.importing.numbering import dash_of, mark_of
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, FieldReading, Header
from kb.language.dates import PartialDate, day_after, place_and_day
from kb.model.vocabulary import ProvisionKind

LAST_BLOCKS = 40
"""Blocks at the end of the body within which the day of passing stands."""
LONGEST_ENDING = 60
"""Blocks from nơi nhận or an office to the name of who signed."""
LONGEST_NAME = 40
"""Code points of a person's name."""
_RECIPIENTS = re.compile(r"Nơi nhận\s*:?\s*", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:(?:T/?M|K/?T|T/?L|T/?UQ|TUQ)(?:\s*\.\s*|\s+)|Q\s*\.\s*)\S.*"
    r"|(?:PHÓ )?(?:TỔNG )?(?:BỘ|THỨ|VIỆN|CỤC|HIỆU) TRƯỞNG(?!\w).*|(?:PHÓ )?TRƯỞNG (?:BAN|PHÒNG|ĐOÀN)(?!\w).*"
    r"|(?:PHÓ )?(?:TỔNG )?(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH ÁN|CHỦ NHIỆM|THỦ TƯỚNG|THỐNG ĐỐC|CHÁNH VĂN PHÒNG)(?!\w).*"
    r"|THƯỜNG TRỰC(?!\w).*|ỦY VIÊN(?!\w).*"
)
_SIGNED = re.compile(r"[\W_]*(?:đã ký|ký tên|ký, đóng dấu|chữ ký)[\W_\w]{0,20}", re.IGNORECASE)
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|Đô đốc|GS|PGS|TSKH|TS|Th\.?S|BS|CN|KS|Ông(?=(?:\s+\S+){3})|Bà"
    r"|Đồng chí)\.?\s*,?\s*"
)
_NAME = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,5}")
_IN_FORCE = r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?:kể\s+)?(?:từ|vào)"
_FROM_SIGNING = re.compile(
    r"(?:Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Quy định|Quy chế) này"
    rf"\s+{_IN_FORCE}\s+ngày\s+(?:ký|thông qua|được thông qua|ban hành)",
    re.IGNORECASE,
)
_PASSED = r"(?:thông\s+qua|biểu\s+quyết\s+thông\s+qua)"
_ANNEX = re.compile(
    r"(?:PHỤ LỤC|Phụ [Ll]ục|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|Mẫu số|MẪU SỐ)(?!\w)"
)
_FINAL = re.compile(r"\.\s*/\s*\.?$")


def ending_at(blocks: Sequence[Block]) -> tuple[int, int]:
    """(first block of nơi nhận and signature, first block behind them); both the end where there is no such thing."""
    start = _ending_start(blocks)
    stop = next((i for i in range(start, len(blocks)) if _begins_annex(blocks[i].text)), len(blocks))
    if any(_signs(block) or _RECIPIENTS.match(block.text) for block in blocks[start:stop]):
        return start, stop
    return (stop, stop) if stop == len(blocks) else (start, start)


def _ending_start(blocks: Sequence[Block]) -> int:
    """Behind the first ``./.`` outside a quotation; without it, the first nơi nhận or office with a signature below."""
    final = next((i for i, block in enumerate(blocks) if _FINAL.search(block.text)), None)
    if final is not None:
        return final + 1
    marked = (i for i, block in enumerate(blocks) if _RECIPIENTS.match(block.text) or _is_office(block))
    return next((i for i in marked if _has_signature(blocks[i : i + LONGEST_ENDING])), len(blocks))


def _has_signature(blocks: Sequence[Block]) -> bool:
    """Whether a name stands below the first block, and no part of the text between them."""
    above = takewhile(lambda block: not _is_text(block.text), blocks)
    return any(_SIGNED.fullmatch(b.text) or (not b.capitals and _name_in(b.text) is not None) for b in above)


def _is_text(text: str) -> bool:
    mark = mark_of(text)
    return text.startswith("Căn cứ ") or (mark is not None and mark.kind in (ProvisionKind.DIEU, ProvisionKind.CHUONG))


def _begins_annex(text: str) -> bool:
    mark = mark_of(text)
    worded = (ProvisionKind.PHU_LUC, ProvisionKind.CHUONG, ProvisionKind.DIEU)
    return bool(_ANNEX.match(text)) or (mark is not None and mark.kind in worded)


def _is_office(block: Block) -> bool:
    return block.capitals and bool(_OFFICE.fullmatch(block.text))


def _signs(block: Block) -> bool:
    return _is_office(block) or bool(_SIGNED.fullmatch(block.text)) or _name_in(block.text) is not None


def _name_in(text: str) -> str | None:
    """The name of a person that stands alone on its line, without rank and degree; None for another line."""
    begin = 0
    while match := _RANK.match(text, begin):
        begin = match.end()
    if len(text) - begin > LONGEST_NAME or not _NAME.fullmatch(text, begin):
        return None
    return text[begin:]


def read_ending(header: Header) -> None:
    """Put signer, recipients and days into the header, whose `inside` and `ending` were found before."""
    header.recipients += _recipients(header.ending)
    header.signer = _signer(header.ending) or header.signer
    header.issued = header.issued or _day_above_signature(header) or _day_passed(header)
    days = (_day_in_force(block, header.issued) for block in header.inside)
    header.in_force = next(filter(None, days), None)


def _recipients(blocks: Sequence[Block]) -> list[FieldReading[str]]:
    """The items of the list under ``Nơi nhận``."""
    below = dropwhile(lambda block: not _RECIPIENTS.match(block.text), blocks)
    items = (block for block in below if dash_of(block.text))
    return [FieldReading(item.text.lstrip("-–—•*+ ").rstrip(";. "), CERTAIN, item.start) for item in items]


def _signer(blocks: Sequence[Block]) -> FieldReading[str] | None:
    """The names that stand alone on a line, several joined by ``; ``; below ``Nơi nhận`` an office must come first.

    A second name needs an office of its own: what follows a signature without one is no name.
    """
    names: dict[str, int] = {}
    listing = office = said = False
    for block in blocks:
        if _RECIPIENTS.match(block.text) or dash_of(block.text):
            listing = True
        elif block.capitals:
            office = said = True
        elif (said or not (listing or names)) and (name := _name_in(block.text)):
            names.setdefault(name, block.start)
            said = False
    if not names:
        return None
    return FieldReading("; ".join(names), CERTAIN if office else GUESSED, next(iter(names.values())))


def _day_above_signature(header: Header) -> FieldReading[PartialDate] | None:
    """The day of a document whose place and day stand at its end."""
    for block in (*header.inside[-1:], *header.ending):
        if found := place_and_day(block.text):
            return FieldReading(found[1], LIKELY, block.start)
    return None


def _day_passed(header: Header) -> FieldReading[PartialDate] | None:
    """The day on which a law or a resolution was passed, which stands in its last sentences or below them."""
    for block in (*header.inside[-LAST_BLOCKS:], *header.ending):
        if passed := day_after(_PASSED, block.text):
            return FieldReading(passed[1], LIKELY, block.start, "ngày thông qua")
    return None


def _day_in_force(block: Block, issued: FieldReading[PartialDate] | None) -> FieldReading[PartialDate] | None:
    """The day of coming into force that the block names for this document, or the day of issue where it says that."""
    found = day_after(_IN_FORCE, block.text)
    if found and re.search(r"này\s+$", block.text[: found[0]]):
        return FieldReading(found[1], CERTAIN, block.start)
    if _FROM_SIGNING.search(block.text) and issued and issued.value.is_day:
        return FieldReading(issued.value, LIKELY, block.start, "từ ngày ký, ngày thông qua")
    return None
