"""A fingerprint of the corpus from file metadata alone, to detect that an index is out of date.

Standard library only: every search computes it before it uses the index, and must not wait for imports.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from pathlib import Path


def corpus_fingerprint(root: Path) -> str:
    """A checksum over path, size and modification time (ns) of every YAML file under `root`.

    CRC-32 is enough: it has to detect edits, not attacks.
    """
    lines = sorted(_lines(str(root), ""))
    return f"{len(lines)}-{zlib.crc32(chr(10).join(lines).encode()):08x}"


def _lines(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".yaml"):
                try:
                    stat = entry.stat()
                except FileNotFoundError:  # replaced at this moment, or a link whose file is gone
                    continue
                yield f"{prefix}{entry.name}\0{stat.st_size}\0{stat.st_mtime_ns}"
            elif entry.is_dir():
                yield from _lines(entry.path, f"{prefix}{entry.name}/")
