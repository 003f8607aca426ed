"""Posting lists turned round: what each record's terms weigh, record by record, as documents.

`w12` holds two things of record 12. Its features, one for each key, named by the key's ordinal: the posting's impact
(`indexer.engines.impacts`), by which the cluster finds the records worth scoring. And its row, which says the weights
exactly: the ordinals (uint32, little endian, ascending), then the weight codes (uint8), in base64.
"""

from __future__ import annotations

import struct
import sys
import tempfile
from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import IO

from indexer.engines.adapters.opensearch.documents import Document
from indexer.engines.impacts import impact
from indexer.engines.port import Postings

SHARE, LEAST_RECORDS = 64, 8192
"""Postings are sorted through scratch files, each of this part of the records and of so many at least: a file's worth
of postings is in memory at once."""
BUFFERED = 1 << 19
"""Postings of a scratch file that wait in memory."""
_KEPT_BITS = 0x7FFF
"""Of a feature's single precision, Lucene keeps all but these bits."""


def feature_name(ordinal: int) -> str:
    """The name of the feature of a key: `f.` and the ordinal in hexadecimal."""
    return f"f.{ordinal:x}"


@cache
def feature(code: int, factor: float) -> float:
    """The impact of a posting, rounded up to what Lucene keeps of a feature: a sum of them is never too small."""
    (bits,) = struct.unpack("<I", struct.pack("<f", impact(code, factor)))
    (value,) = struct.unpack("<f", struct.pack("<I", (bits + 1 + _KEPT_BITS) & ~_KEPT_BITS))
    return float(value)


def unpack_row(text: str) -> dict[int, int]:
    """Ordinal -> weight code of a record's row."""
    data = b64decode(text)
    ordinals = array("I", data[: len(data) // 5 * 4])
    if sys.byteorder == "big":
        ordinals.byteswap()
    return dict(zip(ordinals, data[len(ordinals) * 4 :], strict=True))


class WeightRows:
    """The rows of `count` records."""

    def __init__(self, count: int) -> None:
        self._size = max(LEAST_RECORDS, -(-count // SHARE))
        self._scratch = [_Scratch() for _ in range(0, count, self._size)]

    def passing(self, terms: Iterable[tuple[str, Postings]]) -> Iterator[tuple[str, Postings]]:
        """Take each posting list while it passes."""
        for ordinal, (key, (numbers, codes)) in enumerate(terms):
            start = 0
            while start < len(numbers):
                place = numbers[start] // self._size
                end = bisect_left(numbers, (place + 1) * self._size, start)
                self._scratch[place].add(ordinal, numbers[start:end], codes[start:end])
                start = end
            yield key, (numbers, codes)

    def documents(self, factors: Sequence[float]) -> Iterator[Document]:
        """The document of each record; `factors` are those of their scores. The scratch files go."""
        for place, scratch in enumerate(self._scratch):
            first = place * self._size
            part = factors[first : first + self._size]
            rows: list[tuple[array[int], bytearray]] = [(array("I"), bytearray()) for _ in part]
            for number, ordinal, code in scratch.postings():
                row, codes = rows[number - first]
                row.append(ordinal)
                codes.append(code)
            for number, ((row, codes), factor) in enumerate(zip(rows, part, strict=True), first):
                yield f"w{number}", _fields(row, codes, factor)


def _fields(ordinals: array[int], codes: bytearray, factor: float) -> Mapping[str, object]:
    features = {f"{ordinal:x}": feature(code, factor) for ordinal, code in zip(ordinals, codes, strict=True)}
    if sys.byteorder == "big":
        ordinals.byteswap()
    return {"f": features, "row": b64encode(ordinals.tobytes() + codes).decode()}


class _Scratch:
    """Postings of some records in a file without a name: blocks of numbers, ordinals and codes."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # closed when its postings have been read
        self._blocks: list[int] = []
        self._clear()

    def _clear(self) -> None:
        self._numbers, self._ordinals, self._codes = array("I"), array("I"), bytearray()

    def add(self, ordinal: int, numbers: Sequence[int], codes: Sequence[int]) -> None:
        """Part of the posting list of a key."""
        self._numbers.extend(numbers)
        self._ordinals.extend([ordinal] * len(codes))
        self._codes += bytes(codes)
        if len(self._codes) >= BUFFERED:
            self._flush()

    def _flush(self) -> None:
        self._blocks.append(len(self._codes))
        self._file.write(self._numbers.tobytes() + self._ordinals.tobytes() + self._codes)
        self._clear()

    def postings(self) -> Iterator[tuple[int, int, int]]:
        """(number, ordinal, code), by the ordinals. It may be read once."""
        self._flush()
        self._file.seek(0)
        with self._file:
            for size in self._blocks:
                numbers, ordinals = array("I"), array("I")
                numbers.frombytes(self._file.read(4 * size))
                ordinals.frombytes(self._file.read(4 * size))
                yield from zip(numbers, ordinals, self._file.read(size), strict=True)
