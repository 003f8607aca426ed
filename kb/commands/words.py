"""click's own words in Vietnamese. click looks them up with gettext and brings no Vietnamese catalogue."""

from __future__ import annotations

import sys

import click

VIETNAMESE = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Positional arguments": "Tham số",
    "Commands": "Lệnh",
    "Aborted!": "Đã dừng.",
    "Error: {message}": "Lỗi: {message}",
    "Missing command.": "chưa gõ lệnh",
    "Missing argument": "thiếu tham số",
    "Missing option": "thiếu tùy chọn",
    "Missing parameter": "thiếu tham số",
    "Missing parameter: {param_name}": "thiếu tham số: {param_name}",
    "Got unexpected extra argument ({args})": "thừa tham số ({args})",
    "Got unexpected extra arguments ({args})": "thừa tham số ({args})",
    "No such command {name!r}.": "không có lệnh {name!r}",
    "No such option {name!r}.": "không có tùy chọn {name!r}",
    "Did you mean {possibility}?": "(có phải {possibility}?)",
    "(Did you mean one of: {possibilities}?)": "(có phải một trong: {possibilities}?)",
    "Invalid value: {message}": "giá trị không hợp lệ: {message}",
    "Invalid value for {param_hint}: {message}": "giá trị của {param_hint} không hợp lệ: {message}",
    "{value!r} is not {choice}.": "{value!r} không phải {choice}",
    "{value!r} is not one of {choices}.": "{value!r} không phải một trong {choices}",
    "{value!r} does not match the format {format}.": "{value!r} không theo dạng {format}",
    "{value!r} does not match the formats {formats}.": "{value!r} không theo dạng nào trong {formats}",
    "{value!r} is not a valid {number_type}.": "{value!r} không phải {number_type}",
    "{value} is not in the range {range}.": "{value} không thuộc khoảng {range}",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} không phải một trong {states}",
    "Option {name!r} requires an argument.": "tùy chọn {name!r} cần một giá trị",
    "Option {name!r} requires {nargs} arguments.": "tùy chọn {name!r} cần {nargs} giá trị",
    "Option {name!r} does not take a value.": "tùy chọn {name!r} không nhận giá trị",
    "Argument {name!r} takes {nargs} values.": "tham số {name!r} cần {nargs} giá trị",
    "{name} {filename!r} does not exist.": "không có {filename!r}",
    "{name} {filename!r} is a file.": "{filename!r} là tệp",
    "{name} {filename!r} is a directory.": "{filename!r} là thư mục",
    "{name} {filename!r} is not readable.": "không đọc được {filename!r}",
    "{name} {filename!r} is not writable.": "không ghi được {filename!r}",
    "Could not open file {filename!r}: {message}": "không mở được tệp {filename!r}: {message}",
    "file": "tệp",
    "directory": "thư mục",
    "path": "đường dẫn",
    "default: {default}": "mặc định: {default}",
    "env var: {var}": "biến môi trường: {var}",
    "required": "bắt buộc",
    "Do you want to continue?": "Có tiếp tục không?",
    "Error: invalid input": "Chưa hiểu câu trả lời; gõ y hoặc n.",
    "Repeat for confirmation": "Nhập lại để xác nhận",
    "d": "ngày",
    "Show this message and exit.": "In trợ giúp này.",
}
"""click's message -> ours, with the same places to fill."""


def _word(message: str) -> str:
    return VIETNAMESE.get(message, message)


def _words(one: str, many: str, count: int) -> str:
    return _word(one if count == 1 else many)


def speak_vietnamese() -> None:
    """From here on click's messages and headings are Vietnamese."""
    for name, module in list(sys.modules.items()):
        if name.startswith("click."):
            if hasattr(module, "_"):
                module._ = _word  # type: ignore[attr-defined]  # click's name for gettext
            if hasattr(module, "ngettext"):
                module.ngettext = _words  # type: ignore[attr-defined]
    # What a user is told to type; shown in capitals in the help.
    click.STRING.name = "chữ"
    click.INT.name = click.IntRange.name = "số nguyên"
