"""What an editor reads about a value that does not fit its field: code, message, help, and patterns in words."""

from __future__ import annotations

from kb.model.values import DATE_PATTERN, DAY_PATTERN, URL_PATTERN

MESSAGES: dict[str, tuple[str, str, str]] = {
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
