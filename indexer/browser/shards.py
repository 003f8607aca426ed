"""Shards: scripts that each hold a part of the index, and are loaded when a query needs that part.

A shard is ``kbShard("name",JSON)``: run as a script where pages are files, read as text where they are served.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


class Shards:
    """A folder of shards being written; what was written before and is not any more is removed at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sum = hashlib.blake2b(digest_size=6)
        self._names: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, value: Any) -> None:
        """Write a shard, unless it stands there already."""
        text = f'kbShard("{name}",{json.dumps(value, ensure_ascii=False, separators=(",", ":"))})\n'
        data = text.encode()
        self._sum.update(name.encode() + data)
        self._names.add(f"{name}.js")
        path = self._folder / f"{name}.js"
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)

    @property
    def version(self) -> str:
        """A name for all that was written so far: a browser's old copies are not taken for the new ones."""
        return self._sum.hexdigest()

    def tidy(self) -> None:
        for path in self._folder.glob("*.js"):
            if path.name not in self._names:
                path.unlink()


def blocks(rows: Iterable[tuple[str, str]], most: int) -> Iterator[tuple[str, list[str]]]:
    """Rows (place, text) in blocks of about `most` bytes, each with its first place; one place stays together."""
    first, held, size, last = "", list[str](), 0, ""
    for place, text in rows:
        if held and size >= most and place != last:
            yield first, held
            held, size = [], 0
        if not held:
            first = place
        held.append(text)
        size += len(text.encode())
        last = place
    if held:
        yield first, held
