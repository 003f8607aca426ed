"""A folder for the files of another program, deleted when it has ended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """An empty folder that only this user may enter. What a program still writes there at its end does no harm."""
    with TemporaryDirectory(prefix="kb-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()
