"""Writers of one file, one after another."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def in_turn(target: Path) -> Iterator[None]:
    """Within the block no other writer that asks for its turn replaces the file.

    The lock is on the file that stands there (flock(2)). A writer that waited finds another file in its place and takes
    that; so nobody sees, and builds upon, what is put in place for the moment and taken back. Windows has no such lock.
    """
    file = _locked(target)
    try:
        yield
    finally:
        if file is not None:
            os.close(file)


def _locked(target: Path) -> int | None:
    if sys.platform == "win32":
        return None
    import fcntl

    while True:
        try:
            file = os.open(target, os.O_RDONLY)
        except FileNotFoundError:
            return None
        with suppress(OSError):  # a disk that locks no file
            fcntl.flock(file, fcntl.LOCK_EX)
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file), target.stat()):
                return file
        os.close(file)
