"""Numbers as text: arrays, compressed and in base64, in parts that are documents of their own.

A part of a posting list is `PART` record numbers (uint32, little endian) and then their codes (uint8).
"""

from __future__ import annotations

import sys
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence

PART = 1 << 16
"""Numbers of a part: 320 KB of postings, so that no document grows with the corpus."""
_LEVEL = 1
"""Of compression: more costs time and gains little."""


def pack_postings(numbers: Sequence[int], codes: Sequence[int]) -> list[str]:
    """A posting list, part by part."""
    starts = range(0, len(numbers), PART)
    return [_text(_bytes("I", numbers[at : at + PART]) + bytes(codes[at : at + PART])) for at in starts]


def unpack_postings(parts: Iterable[str]) -> tuple[array[int], bytes]:
    """Record numbers and codes. Raises ValueError or zlib.error for what is none."""
    numbers, codes = array("I"), b""
    for part in parts:
        data = zlib.decompress(b64decode(part))
        size = len(data) // 5 * 4
        numbers.frombytes(_native("I", data[:size]))
        codes += data[size:]
    return numbers, codes


def pack_column(kind: str, values: array[float] | array[int]) -> list[str]:
    """The numbers of a column, part by part; `kind` is the type code of the array."""
    return [_text(_bytes(kind, values[at : at + PART])) for at in range(0, len(values), PART)]


def unpack_column(kind: str, parts: Iterable[str]) -> array[float]:
    """The numbers of a column."""
    values: array[float] = array(kind)
    for part in parts:
        values.frombytes(_native(kind, zlib.decompress(b64decode(part))))
    return values


def _bytes(kind: str, values: Sequence[float]) -> bytes:
    numbers: array[float] = array(kind, values)
    return _native(kind, numbers.tobytes())


def _native(kind: str, data: bytes) -> bytes:
    """Little endian to what the machine has, and back."""
    if sys.byteorder == "little":
        return data
    numbers: array[float] = array(kind)
    numbers.frombytes(data)
    numbers.byteswap()
    return numbers.tobytes()


def _text(data: bytes) -> str:
    return b64encode(zlib.compress(data, _LEVEL)).decode()
