"""Binary search in sorted lines: works on bytes and on a mapped file alike, without reading the rest."""

from __future__ import annotations

from collections.abc import Iterator
from mmap import mmap


def lines_of(data: bytes | mmap, key: bytes) -> Iterator[bytes]:
    """What follows the key and a tab on each line that begins with them. Lines are sorted and end with a newline."""
    wanted = key + b"\t"
    place = _first(data, wanted)
    while data[place : place + len(wanted)] == wanted:
        end = data.find(b"\n", place)
        yield data[place + len(wanted) : end]
        place = end + 1


def lines_beginning(data: bytes | mmap, begun: bytes) -> Iterator[bytes]:
    """What follows the tab on each line whose key begins with some bytes, in the order of the keys."""
    return (line.partition(b"\t")[2] for line in keyed_lines(data, begun))


def keyed_lines(data: bytes | mmap, begun: bytes) -> Iterator[bytes]:
    """As `lines_beginning`, each line with its key and the tab behind it."""
    place = _first(data, begun)
    while place < len(data) and data[place : place + len(begun)] == begun:
        end = data.find(b"\n", place)
        yield data[place:end]
        place = end + 1


def _first(data: bytes | mmap, wanted: bytes) -> int:
    """Where the first line begins that is not smaller than `wanted`."""
    low, high = 0, len(data)
    while low < high:
        begin = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.find(b"\n", begin)
        if data[begin : begin + len(wanted)] < wanted:
            low = end + 1
        else:
            high = begin
    return low
