"""Reads files as UTF-8 text of limited size, or says why that is not possible."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from kb.files import why_no_file
from kb.problem import Mark, Problem

MAX_BYTES = 2_000_000
"""No hand-written record comes near; a larger file is a mistake or an attack."""
_REASONS = {
    errno.EACCES: "không có quyền đọc",
    errno.ENAMETOOLONG: "tên tệp hoặc đường dẫn quá dài",
}
_HELP = "sửa hoặc xóa liên kết; kiểm tra quyền đọc của tệp"
_MARKS_OF_WIDE = {
    b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"
}  # fmt: skip


def read_text(path: str | Path, shown: str) -> tuple[str | None, list[Problem]]:
    """The text of one file, or None with the problem that keeps it from being read."""
    try:
        if why := why_no_file(path):
            return None, [Problem(Mark(shown), "SRC02", f"không đọc được tệp: {why}", _HELP)]
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                message = f"tệp dài {_grouped(size)} byte, tối đa {_grouped(MAX_BYTES)}"
                help_ = "kiểm tra có dán nhầm không; nội dung thật thì tách thành nhiều bản ghi"
                return None, [Problem(Mark(shown), "SRC06", message, help_)]
            return decode(file.read(), shown)
    except OSError as error:
        return None, [
            Problem(
                Mark(shown),
                "SRC02",
                f"không đọc được tệp: {_REASONS.get(error.errno or 0, error.strerror)}",
                _HELP,
            )
        ]


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def decode(content: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    """UTF-8 to text, or the place of the first byte that is not, and what encoding it looks like."""
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = content[: error.start]
        place = Mark(shown, before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1)
        wide = next((name for mark, name in _MARKS_OF_WIDE.items() if content.startswith(mark)), "")
        guess = f"trông như {wide}" if wide else "có thể là TCVN3, VNI hoặc Windows-1258"
        help_ = "mở bằng trình soạn thảo, chọn đúng bảng mã cũ rồi lưu lại ở dạng UTF-8"
        return None, [Problem(place, "SRC01", f"tệp không phải UTF-8 (byte thứ {error.start + 1}; {guess})", help_)]
