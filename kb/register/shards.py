"""The register in shards, for a browser that loads of it what one draft or one number asks for.

Which shard holds a key is decided here alone, for those who write shards and for those who look up in them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from mmap import mmap

from kb.register.lookup import KNOWN, SOURCE, Register
from kb.register.sorted_lines import lines_of

SHARDS = 512
"""Some 5 KB each when compressed: a draft asks for one a document that it cites, and one an act that ended it."""


def shard_of(key: str) -> int:
    """The shard of a key; a number that is only known stands with the documents that bear it."""
    return zlib.crc32(key.removeprefix(KNOWN).encode()) % SHARDS


def sharded(data: bytes | mmap) -> tuple[bytes, list[bytes]]:
    """The lines of the sources, which every look-up needs, and the sorted lines of each shard.

    `data` is what `kb.register.compiled.compiled` gives, with or without its first line of a fingerprint.
    """
    sources, shards = list[bytes](), [list[bytes]() for _ in range(SHARDS)]
    for line in bytes(data).splitlines(keepends=True):
        key, tab, _ = line.partition(b"\t")
        if key == SOURCE.encode():
            sources.append(line)
        elif tab:
            shards[shard_of(key.decode())].append(line)
    return b"".join(sources), [b"".join(lines) for lines in shards]


class ShardedRegister(Register):
    """A register of which only some shards are there; `sources` are the lines that `sharded` gives first.

    What is looked up in another shard is noted in `wanted`: then it is added, and the same is asked again.
    """

    def __init__(self, sources: bytes) -> None:
        super().__init__(sources)
        self._shards: dict[int, bytes] = {}
        self.wanted: set[int] = set()

    def add(self, shards: Mapping[int, bytes]) -> None:
        """Put in shards by their numbers."""
        self._shards, self.wanted = {**self._shards, **shards}, self.wanted - shards.keys()

    def _lines(self, key: str) -> Iterator[str]:
        if key == SOURCE:
            return super()._lines(key)
        shard = shard_of(key)
        if shard not in self._shards:
            self.wanted.add(shard)
        return (line.decode() for line in lines_of(self._shards.get(shard, b""), key.encode()))
