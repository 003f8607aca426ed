"""The end of a document: nơi nhận, who signed, and the day from which it is in force."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.importing.blocks import Block
from kb.importing.dates import day_after
from kb.importing.numbering import dash_of, mark_of
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, DateRead, Header, Read
from kb.model.vocabulary import ProvisionKind

_RECIPIENTS = re.compile(r"Nơi nhận\s*:?\s*", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:(?:T/?M|K/?T|T/?L|T/?UQ|TUQ)(?:\s*\.\s*|\s+)|Q\s*\.\s*)\S.*"
    r"|(?:PHÓ )?(?:TỔNG )?(?:BỘ|THỨ|VIỆN|CỤC|HIỆU) TRƯỞNG(?!\w).*|(?:PHÓ )?TRƯỞNG (?:BAN|PHÒNG|ĐOÀN)(?!\w).*"
    r"|(?:PHÓ )?(?:TỔNG )?(?:BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH ÁN|CHỦ NHIỆM|THỦ TƯỚNG|THỐNG ĐỐC|CHÁNH VĂN PHÒNG)(?!\w).*"
    r"|THƯỜNG TRỰC(?!\w).*|ỦY VIÊN(?!\w).*"
)
_SIGNED = re.compile(r"[\W_]*(?:đã ký|ký tên|ký, đóng dấu|chữ ký)[\W_\w]{0,20}", re.IGNORECASE)
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|Đô đốc|GS|PGS|TSKH|TS|Th\.?S|BS|CN|KS|Ông|Bà|Đồng chí)\.?\s*,?\s*"
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
    r"(?:PHỤ LỤC|Phụ lục|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|Mẫu số|MẪU SỐ)(?!\w)"
)
_FINAL = re.compile(r"\.\s*/\s*\.?\s*[”\"]?$")


def ending_at(blocks: Sequence[Block]) -> tuple[int, int]:
    """(first block of nơi nhận and signature, first block behind them); both the end where there is no such thing."""
    final = next((i for i, block in enumerate(blocks) if _FINAL.search(block.text)), None)
    start = final + 1 if final is not None else None
    if start is None:
        marked = [i for i, block in enumerate(blocks) if _RECIPIENTS.match(block.text) or _is_office(block)]
        start = marked[0] if marked else len(blocks)
        if start < len(blocks) and not any(_signs(block) for block in blocks[start:]):
            return len(blocks), len(blocks)
    stop = len(blocks)
    for index in range(start, len(blocks)):
        text = blocks[index].text
        mark = mark_of(text)
        if _ANNEX.match(text) or (
            mark and mark.kind in (ProvisionKind.PHU_LUC, ProvisionKind.CHUONG, ProvisionKind.DIEU)
        ):
            stop = index
            break
    if not any(_signs(block) or _RECIPIENTS.match(block.text) for block in blocks[start:stop]):
        return (len(blocks), len(blocks)) if stop == len(blocks) else (start, start)
    return start, stop


def _is_office(block: Block) -> bool:
    return block.capitals and bool(_OFFICE.fullmatch(block.text))


def _signs(block: Block) -> bool:
    return _is_office(block) or bool(_SIGNED.fullmatch(block.text)) or _name_in(block.text) is not None


def _name_in(text: str) -> str | None:
    """A person's name alone on its line, without rank and degree."""
    plain = text
    while match := _RANK.match(plain):
        plain = plain[match.end() :]
    return plain if _NAME.fullmatch(plain) and len(plain) <= 40 else None


def read_ending(header: Header) -> None:
    """Signer, recipients and days of the ending, put into the header."""
    names: list[tuple[str, int]] = []
    listing = office = False
    for block in header.ending:
        if _RECIPIENTS.match(block.text):
            listing = True
        elif listing and dash_of(block.text):
            header.recipients.append(Read(block.text.lstrip("-–—•*+ ").rstrip(";. "), CERTAIN, block.start))
        elif _is_office(block) or block.capitals:
            office = True
        elif (name := _name_in(block.text)) and (office or not listing):
            names.append((name, block.start))
    if names:
        several = "; ".join(dict.fromkeys(name for name, _ in names))
        header.signer = Read(several, CERTAIN if office else GUESSED, names[0][1])
    _days(header)


def _days(header: Header) -> None:
    text = [(block, block.text) for block in header.inside]
    for block, words in text[-40:]:
        passed = day_after(_PASSED, words)
        if passed and header.issued is None:
            header.issued = DateRead(passed[1], LIKELY, block.start, "ngày thông qua")
    for block, words in text:
        found = day_after(_IN_FORCE, words)
        if found and re.search(r"này\s+$", words[: found[0]]):
            header.in_force = header.in_force or DateRead(found[1], CERTAIN, block.start)
        elif _FROM_SIGNING.search(words) and header.issued and header.issued.value.is_day:
            header.in_force = header.in_force or DateRead(
                header.issued.value, LIKELY, block.start, "từ ngày ký, ngày thông qua"
            )
