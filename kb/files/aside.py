"""A file that is being written, beside the one it will be; leftovers of killed writers."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

LEFTOVER = re.compile(r"\.kb-[0-9a-f]{32}\.tmp")
"""The name of a file that is being written, or that a killed writer left."""
_ABANDONED = 3600.0
"""Seconds after which a leftover has no writer any more, where the lock does not say so."""


@contextmanager
def beside(folder: Path, mode: int) -> Iterator[Path]:
    """An empty file in the folder, deleted at the end unless it was put in place."""
    lock = _announced(folder)
    path = folder / f".kb-{uuid4().hex}.tmp"
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
        yield path
    finally:
        with suppress(OSError):
            path.unlink()
        if lock is not None:
            os.close(lock)


def _announced(folder: Path) -> int | None:
    """The folder locked against the deletion of leftovers, which are deleted first; None where it cannot be locked."""
    if sys.platform == "win32":
        _clear_leftovers(folder, _ABANDONED)
        return None
    import fcntl

    try:
        lock = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _clear_leftovers(folder, 0)
    except OSError:
        _clear_leftovers(folder, _ABANDONED)
    with suppress(OSError):
        fcntl.flock(lock, fcntl.LOCK_SH)
    return lock


def _clear_leftovers(folder: Path, age: float) -> None:
    """Delete what killed writers left at least `age` seconds ago."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if not age or time.time() - entry.stat(follow_symlinks=False).st_mtime > age:
                        Path(entry).unlink()


def flush(path: Path) -> None:
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def flush_folder(folder: Path) -> None:
    if sys.platform != "win32":
        with suppress(OSError):  # what stands in place is whole; some disks flush no folder
            file = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)
