"""A fact of the register: the values that sources give, each with the codes of its sources.

In a cell of a TSV file: ``pd23,pd25,txt*3:2020-03-05``, several values apart by `` | ``. A code may bear a count: what
three texts say that cite the document is ``txt*3``.
"""

from __future__ import annotations

from dataclasses import dataclass

APART = " | "
LONGEST_SHOWN = 60
"""Code points of a value that is none, as a message shows it."""


@dataclass(frozen=True, slots=True)
class SourcedValue:
    """A value and the codes of the sources that give it."""

    value: str
    codes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{','.join(self.codes)}:{self.value}"


@dataclass(frozen=True, slots=True)
class RegisterFact:
    """What the sources say of one thing; two values are two readings, and neither is the fact."""

    readings: tuple[SourcedValue, ...] = ()

    @classmethod
    def parse(cls, cell: str) -> RegisterFact:
        """A cell of a TSV file. Raises ValueError for a value without a code."""
        if not cell:
            return cls()
        readings = []
        for part in cell.split(APART):
            codes, colon, value = part.partition(":")
            if not (codes and colon and value):
                raise ValueError(f"“{part[:LONGEST_SHOWN]}” không có mã nguồn, hoặc không có giá trị")
            readings.append(SourcedValue(value, tuple(codes.split(","))))
        return cls(tuple(readings))

    def __str__(self) -> str:
        return APART.join(map(str, self.readings))

    def __bool__(self) -> bool:
        return bool(self.readings)

    @property
    def value(self) -> str:
        """The value on which all sources agree; empty where there is none."""
        return self.readings[0].value if len(self.readings) == 1 else ""

    @property
    def is_disputed(self) -> bool:
        """Whether sources give several values (chưa thống nhất)."""
        return len(self.readings) > 1

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the sources of all values, each once."""
        return tuple(dict.fromkeys(code for reading in self.readings for code in reading.codes))

    def with_reading(self, value: str, codes: tuple[str, ...]) -> RegisterFact:
        """With one more reading: of a value that stands there the codes are joined, another value stands beside it."""
        known = {reading.value: reading.codes for reading in self.readings}
        known[value] = joined(known.get(value, ()), codes)
        return RegisterFact(tuple(SourcedValue(value, codes) for value, codes in known.items()))


def base_and_count(code: str) -> tuple[str, int]:
    """``txt*3`` is ("txt", 3), ``pd26`` is ("pd26", 1)."""
    base, _, count = code.partition("*")
    return base, int(count) if count.isdigit() else 1


def joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of both in order, each once; of two counts of one source the greater."""
    counts: dict[str, tuple[int, str]] = {}
    for code in (*one, *other):
        base, count = base_and_count(code)
        counts[base] = max(counts.get(base, (0, "")), (count, code))
    return tuple(code for _, (_, code) in sorted(counts.items()))


NO_FACT = RegisterFact()
"""What no source says."""
