"""Values with places to records. Never raises on data: what is wrong becomes a Problem."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kb.model import Record
from kb.model.values import DATE_PATTERN, URL_PATTERN
from kb.problem import Problem
from kb.source import KEY, Path_, Sourced

R = TypeVar("R", bound=Record)

_MESSAGES: dict[str, tuple[str, str, str]] = {
    # pydantic's error type: code, message, help
    "missing": ("FLD01", "thiếu trường “{field}”", "thêm “{field}:”; chưa biết thì ghi unknown nếu trường cho phép"),
    "extra_forbidden": (
        "FLD02",
        "trường “{field}” không có trong bảng trường",
        "xem tên trường đúng trong hướng dẫn biên tập",
    ),
    "enum": ("FLD03", "giá trị “{input}” không dùng được cho “{field}”", "chọn một trong: {expected}"),
    "literal_error": ("FLD03", "giá trị “{input}” không dùng được cho “{field}”", "chọn một trong: {expected}"),
    "string_type": ("FLD04", "“{field}” phải là chữ", "viết một giá trị sau dấu hai chấm"),
    "tuple_type": ("FLD05", "“{field}” phải là danh sách", "mỗi mục một dòng, bắt đầu bằng dấu gạch ngang"),
    "model_type": ("FLD06", "“{field}” phải là nhóm trường", "xuống dòng và thụt vào rồi ghi từng trường"),
    "model_attributes_type": ("FLD06", "“{field}” phải là nhóm trường", "xuống dòng và thụt vào rồi ghi từng trường"),
    "string_pattern_mismatch": ("FLD07", "“{input}” không đúng dạng của “{field}”", "dạng cần có: {shape}"),
    "string_too_short": ("FLD08", "“{field}” để trống", "điền nội dung, hoặc unknown nếu trường cho phép"),
    "too_short": ("FLD08", "“{field}” cần ít nhất một mục", "thêm một mục"),
    "string_too_long": ("FLD09", "“{field}” dài quá {max_length} ký tự: “{input}”", "rút ngắn lại"),
    "date_format": ("FLD10", "“{input}” không phải ngày hợp lệ", "viết YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown"),
    "url_format": ("FLD11", "“{input}” không phải địa chỉ web", "địa chỉ phải bắt đầu bằng http:// hoặc https://"),
}
SHAPES = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "chữ thường không dấu, chữ số, nối bằng gạch nối, ví dụ tt-124-2021-tt-bca",
    r"^s\d+$": "s và một số, ví dụ s1",
    r"^\d{4}-\d{2}-\d{2}$": "ngày đủ YYYY-MM-DD, ví dụ 2021-12-28",
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": "tháng-ngày MM-DD, ví dụ 08-19",
    r"^\d{4}$": "năm có bốn chữ số, ví dụ 2024",
    "^[a-z0-9.-]+$": "chữ thường, chữ số, dấu chấm, gạch nối, ví dụ ii-1.p2",
    DATE_PATTERN: "ngày YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown, ví dụ 2021-12-28",
    URL_PATTERN: "địa chỉ bắt đầu bằng http:// hoặc https://",
    "^[0-9a-f]{64}$": "64 chữ số thập lục phân",
}
"""A pattern in words that an editor reads."""
_OTHER = (
    "FLD12",
    "giá trị “{input}” không dùng được cho “{field}”",
    "xem dạng cần có của trường ở trang Các trường dữ liệu",
)


_DAY_FIRST = re.compile(r"(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])[/.-](\d{4})")


def read_record(cls: type[R], sourced: Sourced) -> tuple[R | None, list[Problem]]:
    """Build a record of class `cls`, or say everything that keeps it from being one."""
    try:
        return cls.model_validate(sourced.value if sourced.bare else without_blanks(sourced.value)), []
    except ValidationError as error:
        found = error.errors()
        inner = {tuple(details["loc"])[:depth] for details in found for depth in range(len(details["loc"]))}
        # A list whose items are faulty counts as too short as well: only the items' own faults are told.
        told = [d for d in found if d["type"] != "too_short" or tuple(d["loc"]) not in inner]
        return None, [_problem(details, sourced) for details in told]


def without_blanks(value: Any) -> Any:
    """A field left blank is a field not given."""
    if isinstance(value, dict):
        return {key: without_blanks(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_blanks(item) for item in value]
    return value


def _problem(details: ErrorDetails, sourced: Sourced) -> Problem:
    code, message, help_ = _MESSAGES.get(details["type"], _OTHER)
    path: Path_ = tuple(details["loc"])
    context = details.get("ctx", {})
    words = {
        "field": next((str(step) for step in reversed(path) if isinstance(step, str)), "tệp"),
        "input": str(details["input"])[:60],
        "expected": _choices(details),
        "max_length": context.get("max_length", ""),
        "shape": SHAPES.get(str(context.get("pattern")), f"biểu thức {context.get('pattern')}"),
    }
    key = (*path, KEY)
    mark = sourced.marks[key] if details["type"] == "extra_forbidden" and key in sourced.marks else sourced.mark(path)
    return Problem(mark, code, message.format(**words), _rewritten(details) or help_.format(**words))


def _choices(details: ErrorDetails) -> str:
    """The words of a closed vocabulary, with the one first that was perhaps meant."""
    words = re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))
    near = get_close_matches(str(details["input"]), words, 1)
    return ", ".join(words) + (f" (có phải {near[0]}?)" if near else "")


def _rewritten(details: ErrorDetails) -> str:
    """A day written the Vietnamese way, as it is to be written here."""
    match = _DAY_FIRST.fullmatch(str(details["input"]).strip()) if details["type"] == "date_format" else None
    return f"viết {match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else ""
