"""Messages of libyaml in Vietnamese: what is wrong, and how an editor mends it."""

from __future__ import annotations

_INDENT = "kiểm tra thụt dòng: các trường cùng cấp thẳng cột, dưới dấu gạch ngang thụt vào hai dấu cách"
_QUOTE = "đặt cả câu trong dấu nháy đơn: 'câu có dấu: ở giữa'"
_SAID: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "có dấu hai chấm trong câu, hoặc thụt dòng sai", _QUOTE),
    ("could not find expected ':'", "thiếu dấu hai chấm sau tên trường", "viết “tên_trường: giá trị” trên một dòng"),
    ("did not find expected key", "thụt dòng không khớp dòng trên", _INDENT),
    ("did not find expected '-' indicator", "mục của danh sách không thẳng cột", _INDENT),
    ("block sequence entries are not allowed", "dấu gạch ngang đứng sai chỗ", _INDENT),
    ("found unexpected end of stream", "dấu nháy mở mà không đóng", "thêm dấu nháy đóng ở cuối giá trị"),
    ("did not find expected ',' or", "dấu ngoặc vuông hoặc nhọn mở mà không đóng", "thêm dấu ngoặc đóng hoặc dấu phẩy"),
    ("did not find expected node content", "thiếu giá trị trong ngoặc", "bỏ dấu phẩy thừa hoặc điền giá trị"),
    ("found character that cannot start any token", "giá trị bắt đầu bằng ký tự dành riêng", _QUOTE),
    ("found unknown escape character", "dấu \\ trong dấu nháy kép", "dùng dấu nháy đơn thay cho nháy kép"),
    ("control characters are not allowed", "có ký tự điều khiển", "chạy kb check --fix, hoặc xóa và gõ lại"),
    ("special characters are not allowed", "có ký tự điều khiển", "chạy kb check --fix, hoặc xóa và gõ lại"),
    ("but found another document", "có dòng --- chia tệp làm hai", "mỗi tệp một bản ghi: bỏ dòng ---, hoặc tách tệp"),
    ("did not find expected <document start>", "chữ thừa sau bản ghi", _INDENT),
    ("directive", "có dòng bắt đầu bằng dấu %", _QUOTE),
    ("found undefined tag", "có nhãn kiểu (!)", "đặt giá trị trong dấu nháy"),
)


def explain(problem: str) -> tuple[str, str]:
    """(what is wrong, the remedy). A message that is not listed is described by its place alone."""
    for start, what, help_ in _SAID:
        if start in problem:
            return what, help_
    return "viết không theo quy cách", f"{_INDENT}; câu có dấu hai chấm thì đặt trong dấu nháy"
