"""What comes of a new record: its file, written where none is yet, or the records that are this document already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.model import Record


def show_held(corpus: Corpus, held: Sequence[Record], message: str) -> None:
    """Describe the records that are this document already, below a line of error: why nothing was written."""
    from kb.snapshot import Snapshot
    from kb.views.describe import describe

    click.echo(f"kb: {message}\n", err=True)
    snapshot = Snapshot(corpus, date.today())
    click.echo("\n\n".join("\n".join(describe(snapshot, record)) for record in held))


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, in UTF-8.

    Raises click.UsageError where there is a file of that name, or where the folder is a link.
    """
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
