"""Why a file was not written: one Vietnamese line with the file, the reason and what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from kb.errors import KbError

_DENIED = "không có quyền ghi; xin quyền ghi tệp và thư mục chứa tệp, hoặc chọn nơi khác"
_REASONS = {
    errno.ENOSPC: "đĩa đầy; xóa bớt tệp rồi chạy lại",
    errno.EDQUOT: "hết hạn mức đĩa của tài khoản; xóa bớt tệp rồi chạy lại",
    errno.EFBIG: "tệp lớn hơn mức hệ thống cho phép; chọn ổ đĩa khác",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EROFS: "ổ đĩa chỉ cho đọc; chọn nơi khác",
    errno.EISDIR: "đó là thư mục; nêu tên tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục; sửa lại đường dẫn",
    errno.ENOENT: "không có thư mục chứa tệp; tạo thư mục rồi chạy lại",
    errno.ENAMETOOLONG: "tên tệp quá dài; đặt tên ngắn hơn",
    errno.ELOOP: "liên kết trỏ vòng; xóa hoặc sửa liên kết",
    errno.EINVAL: "đó không phải tệp thường, hoặc tên không hợp lệ; nêu tên tệp khác",
    errno.EMFILE: "đang mở quá nhiều tệp; đóng bớt chương trình rồi chạy lại",
    errno.ENFILE: "hệ thống đang mở quá nhiều tệp; đóng bớt chương trình rồi chạy lại",
    errno.EIO: "ổ đĩa báo lỗi; kiểm tra ổ đĩa, chọn nơi khác",
}
_NO_ACCESS = "không có quyền đọc hoặc ghi; xin quyền ở tệp và thư mục chứa tệp"
_OF_ANY_USE = {
    errno.EACCES: _NO_ACCESS,
    errno.EPERM: _NO_ACCESS,
    errno.ENOENT: "không có tệp hoặc thư mục này; kiểm tra đường dẫn rồi chạy lại",
    errno.EISDIR: "đó là thư mục, không phải tệp",
    errno.EADDRINUSE: "địa chỉ đang được chương trình khác dùng; chọn địa chỉ khác",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ ấy; chọn địa chỉ khác",
    errno.ENOMEM: "máy hết bộ nhớ; đóng bớt chương trình rồi chạy lại",
    errno.EAGAIN: "máy không mở thêm được tiến trình; đóng bớt chương trình rồi chạy lại",
}
"""Where it is not known that a file was to be written."""
_OPEN_ELSEWHERE = "tệp đang mở trong chương trình khác, ví dụ Word; đóng tệp ấy rồi chạy lại"
_WINDOWS_REASONS = {
    5: "không có quyền ghi, hoặc tệp đang mở trong Word; đóng tệp ấy, hoặc chọn nơi khác",
    32: _OPEN_ELSEWHERE,
    33: _OPEN_ELSEWHERE,
}
"""ERROR_ACCESS_DENIED (also of a rename over an open file), ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""


class FileUnwritable(KbError):
    """The system refused to write; nothing was changed."""


class FileChanged(KbError):
    """Another has saved, deleted or renamed the file since it was read; nothing was changed."""


class FileExists(KbError):
    """A new file was to be made where there is one; nothing was changed."""


class OutputIsInput(KbError):
    """The file to be written is one of those that are read."""


def reason(error: OSError) -> str:
    """Why the system refused and what to do, in Vietnamese: “đĩa đầy; xóa bớt tệp rồi chạy lại”."""
    windows = _WINDOWS_REASONS.get(getattr(error, "winerror", None) or 0)
    return windows or _REASONS.get(error.errno or 0) or f"hệ thống từ chối ({error.strerror or error})"


def refusal(error: OSError) -> str:
    """The line for what the system refused, a file to be written or anything else: its name, the reason."""
    named = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, (str, bytes, os.PathLike)) else ""
    return f"{named}{_OF_ANY_USE.get(error.errno or 0) or reason(error)}"


def already_there(path: Path) -> str:
    return f"tệp {path} đã có, không ghi đè; xóa hoặc đổi tên tệp ấy rồi chạy lại"
