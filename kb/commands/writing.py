"""What comes of a new record: its file, written where none is yet, or the records that are this document already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.files import create_file
from kb.output import say

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.model import Record


def show_held(corpus: Corpus, held: Sequence[Record], message: str) -> None:
    """Describe the records that are this document already, below a line of error: why nothing was written."""
    from kb.snapshot import Snapshot
    from kb.views.describe import describe

    say(f"kb: {message}\n", err=True)
    snapshot = Snapshot(corpus, date.today())
    say("\n\n".join("\n".join(describe(snapshot, record)) for record in held))


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, in UTF-8, whole or not at all.

    Raises FileExists where there is a file of that name, click.UsageError where the folder is a link, FileUnwritable
    where the system refuses.
    """
    if path.parent.is_symlink():
        raise click.UsageError(
            f"thư mục {path.parent.name}/ là liên kết, có thể trỏ ra ngoài kho dữ liệu: không ghi vào đó"
        )
    create_file(path, text.encode())
