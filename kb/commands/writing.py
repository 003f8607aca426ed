"""A new file of the corpus, written where none is yet; what is shown where the document is there already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from kb.corpus.corpus import Corpus
from kb.model import Record


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


def show_duplicates(corpus: Corpus, duplicates: Iterable[Record], message: str) -> None:
    """Print why nothing was written, and then each record of the same document in words, as of today."""
    from kb.views.describe import describe

    click.echo(f"kb: {message}\n", err=True)
    click.echo("\n\n".join("\n".join(describe(corpus, held, date.today())) for held in duplicates))
