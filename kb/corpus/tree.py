"""Lists the files of a corpus with one system call a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from kb.errors import CorpusUnreadable

_MEANT = re.compile(r".*\.ya?ml(?:\.txt)?", re.IGNORECASE | re.DOTALL)
"""Names of files that were meant to be records: Windows hides ``.txt``, other programs write ``.yml``."""


def is_misnamed(name: str) -> bool:
    """Whether a file was meant to be a record, but has a name that is not read: another ending, two lines."""
    return ("\n" in name or not name.endswith(".yaml")) and bool(_MEANT.fullmatch(name))


def yaml_files(folder: str | Path, inside: str = "") -> Iterator[tuple[str, str, bool]]:
    """Every file and link named `.yaml`, or nearly so: its path, its path in the folder with "/", whether it is a link.

    A folder that is a link is listed as a link and not entered. Paths are strings: every check lists a thousand of
    them, and path objects would cost more than the listing.

    Raises CorpusUnreadable where a folder may not be read.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except PermissionError:
        raise CorpusUnreadable(f"không có quyền đọc thư mục {folder}") from None
    for entry in entries:
        named = entry.name.endswith(".yaml") or is_misnamed(entry.name)
        if entry.is_symlink():
            if named or entry.is_dir():
                yield entry.path, inside + entry.name, True
        elif entry.is_dir():
            yield from yaml_files(entry.path, f"{inside}{entry.name}/")
        elif named:  # a pipe or a device too: reading says so
            yield entry.path, inside + entry.name, False
