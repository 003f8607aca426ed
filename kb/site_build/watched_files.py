"""The files that pages are made of, and whether one of them has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_SUFFIXES = (".yaml", ".yml", ".py", ".j2", ".html", ".css", ".js", ".svg", ".png", ".txt", ".tsv")

State = dict[str, tuple[int, int]]
"""Path of a file -> time of its last change in nanoseconds, and its size."""


def state_of(folders: Iterable[Path]) -> State:
    """The state of the files of these folders, those of editors and caches left out."""
    return {entry.path: _stamp(entry) for folder in folders for entry in _files(folder)}


def _files(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # deleted while it was read
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif entry.name.endswith(_SUFFIXES):
            yield entry


def _stamp(entry: os.DirEntry[str]) -> tuple[int, int]:
    try:
        state = entry.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size
