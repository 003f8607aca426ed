"""What stands at a path where a file was to be read: a pipe and a device have no end, a folder has no text."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

_KINDS = (
    (stat.S_ISDIR, "đó là thư mục; hãy nêu từng tệp"),
    (
        stat.S_ISFIFO,
        "đó là ống dẫn (FIFO), không phải tệp; hãy chép nội dung ra một tệp, hoặc đưa qua đầu vào chuẩn (-)",
    ),
    (stat.S_ISCHR, "đó là thiết bị, không phải tệp; hãy nêu tên tệp"),
    (stat.S_ISBLK, "đó là ổ đĩa, không phải tệp; hãy nêu tên tệp"),
    (stat.S_ISSOCK, "đó là ổ cắm của một chương trình (socket), không phải tệp; hãy nêu tên tệp"),
)
_MISSING = (errno.ENOENT, errno.ENOTDIR, errno.EINVAL)
"""The last one: Windows, of a name that it does not allow."""


def why_no_file(path: str | Path) -> str:
    """Why there is no file to be read, in Vietnamese; empty for a regular file.

    Raises OSError where the system refuses to say.
    """
    try:
        mode = Path(path).stat().st_mode
    except ValueError:  # a zero byte in the name
        return "tên tệp không hợp lệ"
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "liên kết trỏ vòng; hãy xóa hoặc sửa liên kết"
        if error.errno not in _MISSING:
            raise
        return (
            "liên kết trỏ tới tệp không còn" if Path(path).is_symlink() else "không có tệp này; hãy kiểm tra đường dẫn"
        )
    return next((words for is_kind, words in _KINDS if is_kind(mode)), "")
