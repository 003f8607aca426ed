"""Where the name of an issuing body ends.

Known names come from the lexicon. Local bodies are read by their grammar, head and place ("Ủy ban nhân dân
tỉnh Sóc Trăng"), and others as a head word and what follows it up to a word that begins the title or a clause.
"""

from __future__ import annotations

import re
from functools import cache

from kb.citation.patterns import CAPITAL, SMALL, any_of
from kb.language.phrases import Phrases, lexicon
from kb.number.types import BY_NAME

_OFFICE = any_of(
    "Bộ trưởng", "Thứ trưởng", "Chủ tịch", "Phó Chủ tịch", "Chủ nhiệm", "Thống đốc", "Chánh án", "Viện trưởng",
    "Tổng Thanh tra", "Tổng Kiểm toán", "Tổng cục trưởng", "Cục trưởng", "Giám đốc", "Tổng giám đốc", "Trưởng ban",
    "Chánh Văn phòng", "Tư lệnh", "Thủ trưởng", "Tổng Tham mưu trưởng", "Phó Thủ tướng", "các",
)  # fmt: skip
OFFICER = re.compile(rf"(?:{_OFFICE})(?:\s*,\s*(?:{_OFFICE}))?\s+")
"""The officer who signs for a body stands before its name: ``Bộ trưởng Bộ Nội vụ``."""

_HEADS = any_of(
    "Ban", "Bảo hiểm xã hội", "Bộ", "Bộ Tư lệnh", "Chi cục", "Công an", "Công đoàn", "Cục", "Đại hội", "Đảng bộ",
    "Đảng ủy", "Đảng uỷ", "Đảng đoàn", "Đoàn", "Học viện", "Hội", "Hội đồng", "Huyện ủy", "Huyện uỷ", "Kho bạc",
    "Kiểm toán", "Liên đoàn", "Mặt trận", "Ngân hàng", "Quân khu", "Quân ủy", "Sở", "Tập đoàn", "Thanh tra", "Thành ủy",
    "Thành uỷ", "Tỉnh ủy", "Tỉnh uỷ", "Tỉnh đoàn", "Tòa án", "Toà án", "Tổng công ty", "Tổng cục", "Tổng Liên đoàn",
    "Trung tâm", "Trường", "UBND", "UBMTTQ", "HĐND", "Ủy ban", "Uỷ ban", "Ủy Ban", "Văn phòng",
    "Viện", "Viện kiểm sát", "Vụ",
    "BTV", "BCH", "Cơ quan", "Quận ủy", "Thị ủy", "Thường trực", "Trung ương", "TW", "Cụm", "Phòng", "Xã đoàn",
    "Liên ngành", "Liên Bộ", "Liên bộ", "liên Bộ", "liên bộ",
)  # fmt: skip
HEAD = re.compile(rf"(?:{_HEADS})(?!\w)")
_STOP_WORDS = any_of(
    "về", "quy định", "hướng dẫn", "ban hành", "phê duyệt", "sửa đổi", "bổ sung", "thay thế", "thực hiện", "triển khai",
    "có hiệu", "có quy", "có nêu", "hết hiệu", "được", "đã", "là", "thì", "để", "cho", "tại", "trong", "theo", "với",
    "nêu", "yêu cầu", "ngày", "năm", "quyết định", "công bố", "hợp nhất", "đối với", "đính chính", "bãi bỏ", "nhằm",
    "và các", "gồm", "cụ thể", "do", "của", "số", "như", "không", "phải", "tiếp tục", "nhưng", "mà", "khi", "nay",
    "sau đây", "đề nghị", "kèm", "tổ chức thực", "V/v", "khẳng", "xác định", "chỉ rõ", "phù hợp", "trên địa bàn",
)  # fmt: skip
STOP = re.compile(
    rf"""
    [;:()“”"\[\]|\t] | \.(?=\s|$) | \n\s*\n
    | \n\s* (?: [-+*•] | \d+[.)] | [a-zđ][.)] | Điều\s | Căn\s )
    | (?<!\w) (?:(?:và|hoặc|cùng)\s+)? (?:{any_of(*BY_NAME)}) \s+ (?=(?:số\s+)?\d)
    | (?<!\w) (?:{_STOP_WORDS}) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What cannot be part of a name: the end of a clause, the next number, or a word that begins a title or a verb."""

_ADDRESSED = any_of(
    "Kính gửi", "Kính trình", "Kính đề nghị", "Kính mời", "Kính thưa", "Căn cứ", "Theo", "Thực hiện", "Xét", "Xin",
    "Nay", "Để", "Tại", "Trên", "Về", "Và", "Do", "Qua", "Nơi nhận",
)  # fmt: skip
_VERBS = any_of(
    "xem xét", "gửi", "kính", "báo cáo", "trình", "thông báo", "cho biết", "cho ý kiến", "phân công", "ủy quyền",
    "chủ trì", "trả lời", "nhận được", "tăng cường", "đánh giá", "kiến nghị", "tiếp thu", "thống nhất", "nhất trí",
    "nhấn mạnh", "đồng ý", "chấp thuận", "lấy ý kiến", "bổ nhiệm", "quán triệt", "hoàn thành", "bảo đảm", "đảm bảo",
    "góp phần", "vẫn", "sẽ", "cần", "chưa", "bao gồm", "trước", "sau khi", "đến", "liên quan", "này", "nói",
    "vừa", "mới",
)  # fmt: skip
_NEXT_WORD = re.compile(rf"(?<!\w)(?<!Hậu )(?:{_ADDRESSED}|{_VERBS}|giao(?!\s+thông))(?!\w)")
"""What follows a name and is none of it: a form of address, or a verb in small letters, where names have capitals.

``Hậu cần``, of the army and the police, is no verb.
"""
_TERM = re.compile(r"\s*,?\s*\(?(?:kh[oó][aá]|nhiệm\s+kỳ)\s+(?:[XVI]+|\d+)(?:\s*-\s*\d{4})?(?!\w)\)?", re.IGNORECASE)
_PLACE_WORD = rf"(?!(?:{_ADDRESSED})(?!\w)|(?:{any_of(*BY_NAME)})\s+(?:số|ngày|\d))(?:TP\.?\s?HCM|TP\.?|[{CAPITAL}]\w*)"
_LEVEL = (
    r"(?:[Tt]ỉnh|[Tt]hành\s+phố|[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|[Xx]ã|[Pp]hường|[Tt]hị\s+trấn|[Đđ]ặc\s+khu"
    r"|các\s+cấp)(?!\w)"
)
_PLACE_NAME = rf"{_PLACE_WORD}(?:\s*-\s*{_PLACE_WORD}|[ \n]{_PLACE_WORD}){{0,4}}"
_PLACE = re.compile(rf"(?!\s*\n\s*\n)\s+(?:{_LEVEL}(?:\s+{_PLACE_NAME})?|{_PLACE_NAME})")
_BRANCH = re.compile(rf"(?!\s*\n\s*\n)\s+{_LEVEL}(?:\s+{_PLACE_NAME}|(?!\s+hội(?!\w)))")
_LOCAL = re.compile(
    r"(?:[Ủủ]y\s+ban|[Uu]ỷ\s+ban|[Hh]ội\s+đồng)\s+[Nn]hân\s+dân|UBND|HĐND|Công\s+an|Tỉnh\s+[uủ][yỷ]|Thành\s+[uủ][yỷ]|Huyện\s+[uủ][yỷ]"
    r"|Ủy\s+ban\s+Mặt\s+trận\s+Tổ\s+quốc(?:\s+Việt\s+Nam)?|Sở\s+[A-ZĐ]\w*(?:\s+\w+)?(?=\s+tỉnh|\s+thành)"
)
_CAPITALS = re.compile(r"[A-ZĐ]{2,}[\w&]*(?:-[A-ZĐ]{2,}\w*)*(?!\w)")
_COMMITTEE = re.compile(r"(?:Trung\s+ương|TW|TƯ|[Tt]hường\s+vụ|[Cc]hủ\s+tịch|[Tt]hường\s+trực|[Cc]hấp\s+hành)$")
_WHOLE = re.compile(
    r"\s+(?=(?:Hội(?:\s+[Ll]iên\s+hiệp)?|Đoàn|Mặt\s+trận|Công\s+đoàn|Tổng\s+Liên\s+đoàn|Liên\s+(?:hiệp|đoàn)|Đảng\s+bộ)\s+[A-ZĐ]"
    r"|(?:Hội|Đoàn)(?!\w|\s+(?:nghị|thảo|thi|viên|thể|kết|đồng)(?!\w)))"
)
"""``Ban Chấp hành Trung ương Hội …``: the committee is named before the body that it leads, which may be known by its
first word alone (``Trung ương Đoàn``); ``Hội nghị``, ``Đoàn viên`` are other words.
"""
_AND = re.compile(r"\s+(?:và|với)\s+|\s*,\s*(?:và\s+)?|\s+-\s+")
_NAMED_AFTER = re.compile(
    r"(?:Ban\s+[Cc]hỉ\s+đạo|Tổ\s+[Cc]ông\s+tác)(?:\s+(?:[Tt]riển\s+khai|[Tt]hực\s+hiện))?\s+"
    r"(?:Đề\s+án|Chỉ\s+thị|Nghị\s+quyết|Quyết\s+định|Dự\s+án)\s+(?:số\s+)?\d{1,4}(?:/[A-ZĐ]+)?(?![\w/-])"
)
"""``Ban Chỉ đạo Đề án 06``: a body that bears the short number of a document."""
_PAUSE = re.compile(rf",(?!\s+(?:chống|trật|tự|Thể|khen|Khen|sinh\s+viên))|\s+và\s+(?=[{SMALL}])")
_LONGEST = 110
"""Code points a name without a known end may take."""
_COMMITTEE_WORDS = 12
"""Code points that hold the last words of a committee's name."""


@cache
def _bodies() -> Phrases:
    return lexicon("bodies")


def issuer_end(text: str, start: int, *, joint: bool = False) -> int | None:
    """Where the body named at `start` ends, several of them where `joint`; None where none is named."""
    end = _one_end(text, start)
    while joint and end is not None and (link := _AND.match(text, end)):
        following = _one_end(text, link.end())
        if following is None:
            break
        end = following
    return end


def _one_end(text: str, start: int) -> int | None:
    """Where one body's name ends, its term of office included.

    Known names are read first, with the officer before them and the body that a committee leads; then local bodies by
    their grammar, where that reaches as far; then a head word and what follows it.
    """
    begin, end = _listed_end(text, start)
    if end is not None:
        end = _led_body_end(text, begin, end)
    local = _local_end(text, begin, end or 0)
    end = local or end or _generic_end(text, begin)
    if end is None:
        return None
    term = _TERM.match(text, end)
    return term.end() if term else end


def _listed_end(text: str, start: int) -> tuple[int, int | None]:
    """Where a body's name begins, behind the officer who signs for it, and where a known name ends."""
    end = _bodies().end(text, start)
    officer = OFFICER.match(text, start) if end is None else None
    return (officer.end(), _bodies().end(text, officer.end())) if officer else (start, end)


def _led_body_end(text: str, begin: int, end: int) -> int:
    """``Ban Chấp hành Trung ương Hội …``: with the body that the committee leads, where one follows."""
    leads = _COMMITTEE.search(text, max(begin, end - _COMMITTEE_WORDS), end)
    whole = _WHOLE.match(text, end) if leads else None
    return (_bodies().end(text, whole.end()) or _generic_end(text, whole.end()) or end) if whole else end


def _local_end(text: str, begin: int, known_end: int) -> int | None:
    """``Ủy ban nhân dân tỉnh Sóc Trăng``: a local body with its place; None where a known name reaches further.

    A known name may have a place, too: ``Hội Liên hiệp Phụ nữ Việt Nam tỉnh Sóc Trăng``.
    """
    local = _LOCAL.match(text, begin)
    if local is None or local.end() < known_end:
        branch = _BRANCH.match(text, known_end) if known_end else None
        return branch.end() if branch else None
    place = _PLACE.match(text, local.end())
    return place.end() if place else local.end()


def _generic_end(text: str, start: int) -> int | None:
    """A head word and what follows it, or an abbreviation in capitals."""
    if named := _NAMED_AFTER.match(text, start):
        return named.end()
    head = HEAD.match(text, start)
    if head is None:
        capitals = _CAPITALS.match(text, start)
        return capitals.end() if capitals else None
    limit = min(len(text), start + _LONGEST)
    stops = [stop.start() for word in (STOP, _NEXT_WORD) if (stop := word.search(text, head.end(), limit))]
    end = min(stops, default=limit)
    pause = _PAUSE.search(text, head.end(), end)
    end = pause.start() if pause else end
    return start + len(text[start:end].rstrip())
