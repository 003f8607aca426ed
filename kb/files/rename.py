"""Renames that exchange two files, or that never take the place of another."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_WORKING_FOLDER = -100
"""AT_FDCWD of Linux: a path is relative to the working folder."""
_NEW_NAME, _EXCHANGE = (1, 2) if sys.platform == "linux" else (4, 2)
"""RENAME_NOREPLACE and RENAME_EXCHANGE of renameat2(2); RENAME_EXCL and RENAME_SWAP of macOS's renamex_np(2)."""


def exchanged(aside: Path, target: Path) -> bool:
    """Put the new file in place: whether the old one now stands aside, to be compared again."""
    if _renamed(aside, target, _EXCHANGE):
        return True
    aside.replace(target)
    return False


def put_new(aside: Path, path: Path) -> None:
    """Give the file its name if no other has it. Raises FileExistsError."""
    if sys.platform == "win32":
        aside.rename(path)  # never over another there
        return
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if not _renamed(aside, path, _NEW_NAME):
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path)) from None
            raise


def _renamed(old: Path, new: Path, flag: int) -> bool:
    """Whether the system could rename in this way."""
    import ctypes

    names = os.fsencode(old), os.fsencode(new)
    with suppress(OSError, AttributeError):
        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(_WORKING_FOLDER, names[0], _WORKING_FOLDER, names[1], flag) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(names[0], names[1], flag) == 0)
    return False
