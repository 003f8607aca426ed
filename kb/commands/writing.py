"""What comes of a new record: its file, written where none is yet, or the records that are this document already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kb.files import create_files
from kb.output import say

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.model import Record


def show_held(corpus: Corpus, held: Sequence[Record], message: str) -> None:
    """Describe the records that are this document already, below a line of error: why nothing was written."""
    from kb.snapshot import Snapshot
    from kb.views.shown_record import shown_record

    say(f"kb: {message}\n", err=True)
    snapshot = Snapshot(corpus, date.today())
    say("\n\n".join("\n".join(shown_record(snapshot, record)) for record in held))


def write_new(texts: Mapping[Path, str]) -> None:
    """Write files that are not there yet, in UTF-8: each whole, and all of them or none.

    Raises FileExists where there is a file of that name, click.UsageError where a folder is a link, FileUnwritable
    where the system refuses.
    """
    for folder in {path.parent for path in texts}:
        if folder.is_symlink():
            message = f"thư mục {folder.name}/ là liên kết, có thể trỏ ra ngoài kho dữ liệu: không ghi vào đó"
            raise click.UsageError(message)
    create_files({path: text.encode() for path, text in texts.items()})
