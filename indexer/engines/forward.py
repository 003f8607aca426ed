"""The forward rows of an index: what common terms weigh in each record, record by record."""

from __future__ import annotations

from array import array
from typing import Any

COMMON_SHARE, COMMON_LEAST = 1 / 24, 256
"""A form in more records than this share of them, and than this number, is common."""


class ForwardWriter:
    """The forward rows in the making: numbers of common forms (uint16) and after them the codes."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._least = max(COMMON_LEAST, int(count * COMMON_SHARE))
        self._numbers: list[array[int]] = []
        self._codes: list[bytearray] = []
        self._next = 0

    def add(self, ids: array[int], codes: bytes) -> int:
        """Take a form's postings if it is common; its number, or -1."""
        if len(ids) <= self._least or self._next > 0xFFFF:
            return -1
        if not self._numbers:
            self._numbers = [array("H") for _ in range(self._count)]
            self._codes = [bytearray() for _ in range(self._count)]
        number, self._next = self._next, self._next + 1
        for place, code in zip(ids, codes, strict=True):
            self._numbers[place].append(number)
            self._codes[place].append(code)
        return number

    def write(self, file: Any) -> None:
        from whoosh.columns import VarBytesColumn

        writer = VarBytesColumn().writer(file)
        for place, (numbers, codes) in enumerate(zip(self._numbers, self._codes, strict=True)):
            writer.add(place, numbers.tobytes() + codes)
        writer.finish(self._count)
        file.close()
