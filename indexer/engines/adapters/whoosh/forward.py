"""The forward rows of an index: what common terms weigh in each record, record by record.

A common term selects little and has a long list; the few records that rarer terms have selected look it up in their
own row. A row is the numbers of the record's common forms (uint16) and after them their weight codes (uint8).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from whoosh.columns import VarBytesColumn

COMMON_SHARE, COMMON_LEAST = 1 / 24, 256
"""A form in more records than this share of them, and than this number, is common."""
MOST_FORMS = 1 << 16
"""So many common forms can be numbered."""


class ForwardWriter:
    """The forward rows of `count` records while the lexicon is written."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._least = max(COMMON_LEAST, int(count * COMMON_SHARE))
        self._numbers: list[array[int]] = []
        self._codes: list[bytearray] = []
        self._next = 0

    def add(self, ids: Sequence[int], codes: Sequence[int]) -> int:
        """Take a form's postings if it is common; its number, or -1."""
        if len(ids) <= self._least or self._next >= MOST_FORMS:
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
        """Write the rows into a file of the index, which is closed."""
        writer = VarBytesColumn().writer(file)
        for place, (numbers, codes) in enumerate(zip(self._numbers, self._codes, strict=True)):
            writer.add(place, numbers.tobytes() + codes)
        writer.finish(self._count)
        file.close()
