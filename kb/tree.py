"""The files of a corpus, listed with one call a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kb.errors import CorpusUnreadable


def yaml_files(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file and link named `.yaml`, and whether it is a link; a folder that is a link is one, and not entered.

    Raises CorpusUnreadable where a folder may not be read.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except PermissionError:
        raise CorpusUnreadable(f"không có quyền đọc thư mục {folder}") from None
    for entry in entries:
        named = entry.name.endswith(".yaml")
        if entry.is_symlink():
            if named or entry.is_dir():
                yield folder / entry.name, True
        elif named and entry.is_file():
            yield folder / entry.name, False
        elif entry.is_dir():
            yield from yaml_files(folder / entry.name)
