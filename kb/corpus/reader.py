"""Values with places to records. Never raises on data: what is wrong becomes a Problem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from msgspec import convert

from kb.corpus.source import KEY, Sourced
from kb.corpus.validate import Fault, Kind, validate
from kb.model import Record, decoded
from kb.model.values import DATE_PATTERN, DAY_PATTERN, URL_PATTERN
from kb.problem import Problem

R = TypeVar("R", bound=Record)

_MESSAGES: dict[Kind, tuple[str, str, str]] = {
    # kind of fault: code, message, help
    "missing": ("FLD01", "thiếu trường “{field}”", "thêm “{field}:”; chưa biết thì ghi unknown nếu trường cho phép"),
    "undeclared": (
        "FLD02",
        "trường “{field}” không có trong bảng trường",
        "xem tên trường đúng trong hướng dẫn biên tập",
    ),
    "choice": ("FLD03", "giá trị “{found}” không dùng được cho “{field}”", "chọn một trong: {choices}"),
    "text": ("FLD04", "“{field}” phải là chữ", "viết một giá trị sau dấu hai chấm"),
    "list": ("FLD05", "“{field}” phải là danh sách", "mỗi mục một dòng, bắt đầu bằng dấu gạch ngang"),
    "group": ("FLD06", "“{field}” phải là nhóm trường", "xuống dòng và thụt vào rồi ghi từng trường"),
    "pattern": ("FLD07", "“{found}” không đúng dạng của “{field}”", "dạng cần có: {shape}"),
    "empty": ("FLD08", "“{field}” để trống", "điền nội dung, hoặc unknown nếu trường cho phép"),
    "too_few": ("FLD08", "“{field}” cần ít nhất một mục", "thêm một mục"),
    "too_long": ("FLD09", "“{field}” dài quá {expected} ký tự: “{found}”", "rút ngắn lại"),
    "date": ("FLD10", "“{found}” không phải ngày hợp lệ", "viết YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown"),
    "address": (
        "FLD11",
        "“{found}” không phải địa chỉ web",
        "địa chỉ phải bắt đầu bằng http:// hoặc https://, có tên máy chủ và không có dấu cách",
    ),
    "count": (
        "FLD12",
        "giá trị “{found}” không dùng được cho “{field}”",
        "xem dạng cần có của trường ở trang Các trường dữ liệu",
    ),
}
SHAPES = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "chữ thường không dấu, chữ số, nối bằng gạch nối, ví dụ tt-124-2021-tt-bca",
    r"^s\d+$": "s và một số, ví dụ s1",
    DAY_PATTERN: "ngày đủ YYYY-MM-DD, ví dụ 2021-12-28",
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": "tháng-ngày MM-DD, ví dụ 08-19",
    r"^\d{4}$": "năm có bốn chữ số, ví dụ 2024",
    "^[a-z0-9.-]+$": "chữ thường, chữ số, dấu chấm, gạch nối, ví dụ ii-1.p2",
    DATE_PATTERN: "ngày YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown, ví dụ 2021-12-28",
    URL_PATTERN: "địa chỉ bắt đầu bằng http:// hoặc https://",
    "^[0-9a-f]{64}$": "64 chữ số thập lục phân",
}
"""A pattern in words that an editor reads."""
_DAY_FIRST = re.compile(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](\d{4})")


def read_record(cls: type[R], sourced: Sourced) -> tuple[R | None, list[Problem]]:
    """Build a record of class `cls`, or say everything that keeps it from being one."""
    value, faults = validate(cls, sourced.value)
    if faults:
        return None, [_problem(fault, sourced) for fault in faults]
    return convert(value, cls, dec_hook=decoded), []


def _problem(fault: Fault, sourced: Sourced) -> Problem:
    code, message, help_ = _MESSAGES[fault.kind]
    words = {
        "field": next((str(step) for step in reversed(fault.path) if isinstance(step, str)), "tệp"),
        "found": str(fault.found)[:60],
        "expected": fault.expected,
        "choices": _choices(fault),
        "shape": SHAPES.get(str(fault.expected), f"biểu thức {fault.expected}"),
    }
    key = (*fault.path, KEY)
    mark = sourced.marks[key] if fault.kind == "undeclared" and key in sourced.marks else sourced.mark(fault.path)
    return Problem(mark, code, message.format(**words), _rewritten(fault) or help_.format(**words))


def _choices(fault: Fault) -> str:
    """The words of a closed vocabulary, with the one that was perhaps meant."""
    if fault.kind != "choice":
        return ""
    near = _near(str(fault.found), fault.expected)
    return ", ".join(fault.expected) + (f" (có phải {near}?)" if near else "")


def _rewritten(fault: Fault) -> str:
    """What was perhaps meant: a day written the Vietnamese way, as it is written here; the field of a name mistyped."""
    if fault.kind == "date" and (match := _DAY_FIRST.fullmatch(str(fault.found).strip())):
        return f"viết {match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    near = _near(str(fault.path[-1]), fault.expected) if fault.kind == "undeclared" else ""
    return f"có phải “{near}”?" if near else ""


def _near(word: str, words: Sequence[str]) -> str:
    from difflib import get_close_matches  # only for the value that is wrong

    return next(iter(get_close_matches(word, words, 1)), "")
