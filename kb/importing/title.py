"""Type and title of a document: the type in capitals with the title under it, or the ``V/v`` of an official letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple

from kb.citation.patterns import any_of
from kb.citation.symbol import type_of, usual_case
from kb.importing import header_party, header_state
from kb.importing.blocks import Block
from kb.importing.body_names import begins_like_body
from kb.importing.numbering import mark_of
from kb.importing.readings import CERTAIN, GUESSED, LIKELY, FieldReading, Header
from kb.language.fold import folded
from kb.language.syllable import has_glued_words
from kb.model.vocabulary import DocumentType
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME

LONGEST_TITLE = 9
"""Lines of a title; one that reaches it may have taken in the text below."""
LONGEST_FIRST_LINE = 500
"""Code points of the first line of a title, which a Word file has in one paragraph."""
LONGEST_ABOVE_BASES = 2_500
"""Code points of a title under which the legal bases begin: those of acts that amend several others are long."""
LONGEST_NEXT_LINE = 200
"""Code points of each further line."""
LINES_OF_A_BODY = (1, 2, 3)
"""Lines that the name of a body or an office may take below a title."""
LINES_TO_SUBJECT = 3
"""Lines below the last line of a letter's header within which its ``V/v`` stands."""
_SUBJECT = re.compile(r"(?:V/v|Về việc)\s*:?\s*", re.IGNORECASE)
_ADDRESSED = re.compile(r"Kính gửi(?!\w)")
_DOCUMENT_TYPES = {kind.label: kind for kind in DocumentType} | {"Bộ luật": DocumentType.LUAT}
_TYPE_LINE = re.compile(rf"(?P<type>{any_of(*(name.upper() for name in BY_NAME))})(?!\w)\s*(?P<rest>.*)")
_BELOW_TITLE = re.compile(r"Căn cứ|(?:Kính gửi|\(?Ban hành kèm|\((?:Kèm theo|[Tt]rình|Dự thảo))(?!\w)")
_IN_FORCE = re.compile(r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày")
"""What is said of a text that a consolidated one is made of, and in no title."""
_REMARK = re.compile(r"\s*(?:\((?:[Tt]rình|Kèm theo|Ban hành kèm|[Dd]ự thảo)[^()]*\)|[-_*=]{4,})$")
"""What stands in brackets behind a title, or a line drawn there, and is no part of it."""
_OPEN_END = re.compile(
    r"(?:(?<!\w)(?:và|của|theo|cho|về|số|hoặc|với|tại|trong|các|những|do|từ|đến|ngày|tháng|năm)|,)$", re.I
)
"""How a line of a title ends that goes on."""
_IN_NAMES = ("Luật", "Bộ luật", "Pháp lệnh")
"""Types whose word is part of a name: “Luật sửa đổi, bổ sung một số điều của Luật Nhà ở”."""
_SAYS_WHAT = re.compile(
    r"\s+(?=(?:sửa đổi|bổ sung|quy định|quy chế|ban hành|bãi bỏ|hướng dẫn|về|của)\b)", re.IGNORECASE
)
"""How a title goes on behind a type word that it does not need."""
_TORN_WORD = re.compile(r"(?<!\w)[bcdđghklmnpqrstvx] (?=[aàáảãạăâeèéẻẽẹêiìíỉĩịoòóỏõọôơuùúủũụưyỳýỷỹỵ])", re.IGNORECASE)
"""A syllable whose first letter stands apart, as converters of PDF files leave it: “B an hành”."""
_AUTHORITY = re.compile(
    r"(?:(?:PHÓ )?(?:TỔNG )?(?:BỘ|VIỆN|CỤC|HIỆU|TỔNG CỤC) TRƯỞNG|CHỦ (?:TỊCH|NHIỆM)|(?:TỔNG )?GIÁM ĐỐC|THỐNG ĐỐC"
    r"|CHÁNH (?:ÁN|VĂN)|TỔNG (?:THANH TRA|KIỂM TOÁN)|THỦ TƯỚNG|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN)"
    r"|BAN (?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ)|KHÓA|KHOÁ|KỲ HỌP)(?!\w)"
)
"""How a line begins that names who issues the document."""
_FIRST_SENTENCE = re.compile(r"(?:Thực hiện|Xét|Theo|Ngày|Trong|Thời gian qua|Nhằm|Để)(?!\w)")
"""How the first sentence of a text begins, which may stand right under the title."""


class FoundLine(NamedTuple):
    """A line of the header: `at` is its index among the blocks, `match` what was found in its text."""

    at: int
    match: re.Match[str]


def first_line(head: list[Block], look: Callable[[str], re.Match[str] | None]) -> FoundLine | None:
    """The first block in whose text `look` finds something."""
    found = (FoundLine(index, match) for index, block in enumerate(head) if (match := look(block.text)))
    return next(found, None)


def type_line(head: list[Block]) -> FoundLine | None:
    """The block that says the type in capitals, alone or in front of the title: ``THÔNG TƯ``.

    Under ``VĂN BẢN HỢP NHẤT`` the type of the text consolidated, whose title follows it.
    """
    found = first_line(head, _type_match)
    if found and found.match["type"] == DocumentType.VAN_BAN_HOP_NHAT.label.upper():
        below = first_line(head[found.at + 1 :], _type_match)
        return FoundLine(found.at + 1 + below.at, below.match) if below else found
    return found


def _type_match(text: str) -> re.Match[str] | None:
    match = _TYPE_LINE.fullmatch(text)
    rest = match["rest"] if match else ""
    title = (
        not rest or bool(re.match(r"[^\W\d_]", rest)) or (rest.isupper() and not re.match(r"(?:SỐ\s*:?\s*)?\d", rest))
    )
    return match if title else None


def read_type_and_title(header: Header, head: list[Block], typed: FoundLine | None, numbered: FoundLine | None) -> int:
    """Put type and title into the header; how many blocks the header has, its title counted in."""
    end = _read_typed(header, head, typed) if typed else _read_letter(header, head, numbered)
    if header.type:
        header.document_type = _DOCUMENT_TYPES.get(header.type.value)
    return end


def _read_typed(header: Header, head: list[Block], typed: FoundLine) -> int:
    line, rest = head[typed.at], typed.match["rest"]
    header.type = FieldReading(usual_case(typed.match["type"]), CERTAIN, line.start)
    lines = [Block(rest, line.start, line.end)] if rest else []
    end = typed.at + 1
    based = any(_BELOW_TITLE.match(block.text) for block in head[end : end + LONGEST_TITLE + 1])
    for block in head[end : end + LONGEST_TITLE]:
        if not _continues_title(block, lines, based=based) or (not lines and not _is_title(head[end:])):
            break
        lines.append(block)
        end += 1
    over = _authority_lines(lines, head[: typed.at])
    if lines := lines[: len(lines) - over]:
        _set_title(header, lines)
    return end - over


def _authority_lines(lines: list[Block], above: list[Block]) -> int:
    """How many lines at the end of a title in capitals name who issues the document, as decisions have it below it."""
    bodies = [folded(block.text) for block in above if header_state.names_body(block)]
    over = 0
    while taken := next((k for k in LINES_OF_A_BODY if _is_authority(lines[1 : len(lines) - over][-k:], k, bodies)), 0):
        over += taken
    return over


def _is_authority(lines: list[Block], count: int, bodies: list[str]) -> bool:
    """Whether these lines, `count` of them, name an office, or a body of the header (`bodies`, folded)."""
    text = " ".join(line.text for line in lines)
    if len(lines) != count or not all(line.capitals for line in lines):
        return False
    named = begins_like_body(text) and (folded(text) in " ".join(bodies) or folded(text).startswith(tuple(bodies[-1:])))
    return named or bool(_AUTHORITY.match(text))


def _set_title(header: Header, lines: list[Block]) -> None:
    """The title of these lines; the issuer that stands in front of it is taken out."""
    text = " ".join(line.text for line in lines)
    said = _REMARK.sub("", header_party.without_issuer(text))
    words = _without_type(said, header.type)
    header.issuer = header_party.issuer_in(text)
    sure = CERTAIN if words == said else LIKELY
    if len(lines) >= LONGEST_TITLE or _TORN_WORD.search(words) or has_glued_words(words):
        sure = GUESSED
    header.title = FieldReading(words, sure, lines[0].start) if words else None


def _without_type(title: str, kind: FieldReading[str] | None) -> str:
    """The title without the type word that stands above it once more: ``NGHỊ ĐỊNH / Nghị định sửa đổi …``."""
    said = kind.value if kind and kind.value not in _IN_NAMES else ""
    again = said and title[: len(said)].casefold() == said.casefold() and _SAYS_WHAT.match(title, len(said))
    return title[again.end() :] if again else title


def _continues_title(block: Block, lines: list[Block], *, based: bool) -> bool:
    """Whether the block is one more line of the title, which has these lines so far.

    `based`: legal bases stand below, so that lines as far from each other as the first is from the type are the title.
    """
    text = block.text
    if _stands_below_title(block):
        return False
    if not lines:
        return based or not text.endswith(";")
    if _begins_text(block, lines[0]):
        return False
    if _goes_on(text, lines[-1].text):
        return True
    short = len(text) <= LONGEST_NEXT_LINE and not text.endswith((".", ":"))
    return short and block.gap <= _widest(block, lines, based=based)


def _begins_text(block: Block, first: Block) -> bool:
    """Whether the line begins what follows the title, whose `first` line is given.

    In capitals under a title that is not: the body's name once more, as laws and resolutions have it.
    """
    basis = block.text.endswith(";") and not block.text[0].islower()
    return basis or bool(_FIRST_SENTENCE.match(block.text)) or (block.capitals and not first.capitals)


def _goes_on(text: str, last: str) -> bool:
    """Whether the line goes on with a sentence that the line above it, `last`, left open."""
    begun = text[0].islower() or bool(_OPEN_END.search(last))
    return begun and len(text) <= LONGEST_FIRST_LINE and not text.endswith(":")


def _widest(block: Block, lines: list[Block], *, based: bool) -> int:
    """How many empty lines may stand between two lines of a title."""
    return lines[0].gap if based or (block.capitals and lines[0].capitals) else 0


def _is_title(blocks: list[Block]) -> bool:
    """Whether the first of these blocks is short, or stands right above the legal bases, as no text does."""
    based = len(blocks) > 1 and bool(_BELOW_TITLE.match(blocks[1].text))
    return len(blocks[0].text) <= (LONGEST_ABOVE_BASES if based else LONGEST_FIRST_LINE)


def _stands_below_title(block: Block) -> bool:
    """Whether the block is of a form that no line of a title has."""
    text = block.text
    if (
        mark_of(text)
        or _BELOW_TITLE.match(text)
        or _IN_FORCE.search(text)
        or text.endswith("./.")
        or header_state.is_header(block)
    ):
        return True
    return text.startswith(("-", "(")) and not text.endswith(")")


def _read_letter(header: Header, head: list[Block], numbered: FoundLine | None) -> int:
    """An official letter has no type word: ``V/v …`` stands under its number, or under the place and day."""
    last = max((index + 1 for index, block in enumerate(head) if header_state.is_header(block)), default=0)
    end = max(last, numbered.at + 1 if numbered and numbered.at else 0)
    below_header = takewhile(lambda block: not _ADDRESSED.match(block.text), head[end : end + LINES_TO_SUBJECT])
    header.title = _subject([*head[:end], *below_header])
    _read_type_of_symbol(header)
    below = first_line(head[: end + LINES_TO_SUBJECT], _SUBJECT.match)
    return max(end, below.at + 1) if below else end


def _subject(head: list[Block]) -> FieldReading[str] | None:
    """What stands behind ``V/v``, and the lines under it that go on in small letters."""
    found = first_line(head, _SUBJECT.match)
    if found is None:
        return None
    block = head[found.at]
    further = takewhile(lambda line: line.text[0].islower(), head[found.at + 1 :])
    text = " ".join([block.text[found.match.end() :], *(line.text for line in further)])
    return FieldReading(text, LIKELY, block.start)


def _read_type_of_symbol(header: Header) -> None:
    kind = type_of(DocumentNumber.parse(header.number.value)) if header.number else None
    if kind and header.number:
        header.type = FieldReading(kind, GUESSED, header.number.start, "suy ra từ ký hiệu")
