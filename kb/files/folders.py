"""Folders that are filled beside the one in use: files that they share, and their removal."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def share_files(source: Path, target: Path, pattern: str) -> None:
    """Give a new folder the files of another: hard links where the disk has them, else copies with the same times.

    Who replaces a file in one of them (`replace_file`) leaves the other as it was. Raises FileExistsError.
    """
    target.mkdir(parents=True)
    for path in sorted(source.glob(pattern)):
        try:
            os.link(path, target / path.name)
        except OSError:
            shutil.copy2(path, target / path.name)


def copy_file(source: Path, target: Path) -> None:
    """A copy for a program that writes into the file itself; nothing where there is no source."""
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def remove_folder(folder: Path) -> None:
    """Delete a folder, as far as the system lets: on Windows a reader holds what it has open."""
    shutil.rmtree(folder, ignore_errors=True)
