"""Has the corpus changed? A cheap answer that reads no file: standard library only, because
every search asks before it trusts the index."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from pathlib import Path


def corpus_fingerprint(root: Path) -> str:
    """A mark of path, size and modification time (ns) of every YAML file under `root`.

    A checksum is enough: it has to detect edits, not attacks.
    """
    lines = sorted(_lines(str(root), ""))
    return f"{len(lines)}-{zlib.crc32(chr(10).join(lines).encode()):08x}"


def _lines(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".yaml"):
                stat = entry.stat()
                yield f"{prefix}{entry.name}\0{stat.st_size}\0{stat.st_mtime_ns}"
            elif entry.is_dir():
                yield from _lines(entry.path, f"{prefix}{entry.name}/")
