"""Shards: scripts that each hold a part of the index, and are loaded when a query needs that part.

A shard is ``kbShard("name",JSON)``: run as a script where pages are files, read as text where they are served. A server
that gives several ranges of a file in one answer (RFC 9110, 14) is asked for parts of ``pack.bin`` instead, which is
the JSON of all numbered shards end to end: a question that needs forty of them is one request. Servers do not compress
ranges, so each shard is a piece of a raw deflate stream (RFC 1951) that looks back into no other: any of them one after
another and an empty last block are a stream, a line a shard. ``probe.txt`` tells whether the server gives ranges.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SLOT = 32
"""A piece of the pack takes a multiple of so many bytes: the table of their sizes is part of the root, for everyone."""


class Shards:
    """A folder of shards being written; what was written before and is not any more is removed at the end.

    `called` is the function of the page that each of them calls.
    """

    def __init__(self, folder: Path, called: str = "kbShard") -> None:
        self._folder = folder
        self._called = called
        self._sum = hashlib.blake2b(digest_size=6)
        self._names: set[str] = set()
        self._packed: dict[str, list[bytes]] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, value: Any) -> None:
        """Write a shard, unless it stands there already."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        family, dash, number = name.partition("-")
        if dash and number.isdecimal():
            self._packed.setdefault(family, []).append(_piece(text))
        data = f'{self._called}("{name}",{text})\n'.encode()
        self._sum.update(name.encode() + data)
        self._put(f"{name}.js", data)

    def write_pack(self) -> dict[str, list[int]]:
        """Write the numbered shards end to end; the slots that each takes, family by family in the order of the file.

        The shards of a family must have been written in the order of their numbers.
        """
        self._put("pack.bin", b"".join(data for family in self._packed.values() for data in family))
        self._put("probe.txt", b"kb\n")
        return {name: [len(data) // SLOT for data in family] for name, family in self._packed.items()}

    def _put(self, name: str, data: bytes) -> None:
        self._names.add(name)
        path = self._folder / name
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)

    @property
    def version(self) -> str:
        """A name for all that was written so far: a browser's old copies are not taken for the new ones."""
        return self._sum.hexdigest()

    def tidy(self) -> None:
        """Remove the files of the folder that were not written this time."""
        for path in self._folder.iterdir():
            if path.name not in self._names:
                path.unlink()


def _piece(text: str) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = deflate.compress(f"{text}\n".encode()) + deflate.flush(zlib.Z_FULL_FLUSH)
    return data + bytes(-len(data) % SLOT)  # what is flushed ends in 0xFF: zeros after it are no part of it


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
