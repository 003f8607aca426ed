"""Replacement of a folder in one step: readers find all of the old folder or all of the new one."""

from __future__ import annotations

import ctypes
import filecmp
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

_AT_FDCWD = -100
"""Of Linux's openat(2): a path is relative to the working folder."""
_RENAME_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2), and RENAME_SWAP of macOS's renamex_np(2)."""


@contextmanager
def replacing(live: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of `live` when the block ends without an exception.

    Unchanged files keep their inode and times. A writer that is killed leaves `live` as it was, and beside it a folder
    that the next writer deletes. Call it under `exclusive_lock`. Raises OSError when the disk refuses a step.
    """
    _clear(live)
    new = live.with_name(f"{live.name}-new-{uuid4().hex[:12]}")
    new.mkdir(parents=True)
    try:
        yield new
        keep_unchanged(new, live)
        _exchange(new, live)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def keep_unchanged(new: Path, live: Path) -> int:
    """Replace each file of `new` that `live` has with the same bytes by a hard link to it; the number of such files."""
    kept = 0
    for file in new.rglob("*"):
        old = live / file.relative_to(new)
        if file.is_file() and old.is_file() and filecmp.cmp(file, old, shallow=False):
            _same(file, old)
            kept += 1
    return kept


def _same(file: Path, old: Path) -> None:
    linked = file.with_name(f".{file.name}.link")
    try:
        os.link(old, linked)
    except OSError:  # a disk without hard links: copy the times at least
        shutil.copystat(old, file)
    else:
        linked.replace(file)


def _exchange(new: Path, live: Path) -> None:
    if live.exists():
        if not _exchanged(new, live):
            old = live.with_name(f"{live.name}-old-{uuid4().hex[:12]}")
            live.rename(old)  # killed between these two, _clear puts it back
            new.rename(live)
            shutil.rmtree(old, ignore_errors=True)
    else:
        new.rename(live)


def _exchanged(new: Path, live: Path) -> bool:
    """Whether the system exchanged the two names in one step: renameat2(2) of Linux, renamex_np(2) of macOS."""
    names = os.fsencode(new), os.fsencode(live)
    with suppress(OSError, AttributeError):
        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(names[0], names[1], _RENAME_EXCHANGE) == 0)
    return False


def _clear(live: Path) -> None:
    """Delete what killed writers left; first put the old folder back where one was killed between its two renamings."""
    olds = sorted(live.parent.glob(f"{live.name}-old-*"))
    if olds and not live.exists():
        olds.pop().rename(live)
    for leftover in (*olds, *live.parent.glob(f"{live.name}-new-*")):
        shutil.rmtree(leftover, ignore_errors=True)
