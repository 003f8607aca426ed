"""A new file of the corpus, written where none is yet."""

from __future__ import annotations

from pathlib import Path

import click


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises click.UsageError where it cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.parent.is_symlink():
        raise click.UsageError(
            f"thư mục {path.parent.name}/ là liên kết, có thể trỏ ra ngoài kho dữ liệu: không ghi vào đó"
        )
    try:
        with path.open("xb") as file:
            file.write(text.encode())
    except FileExistsError:
        message = f"tệp {path.parent.name}/{path.name} đã có nhưng không đọc được: chạy kb check rồi sửa tệp ấy"
        raise click.UsageError(message) from None
