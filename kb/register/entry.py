"""A document of the register: a row of a TSV file. Its key is type, number and day of issue."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kb.language.dates import PartialDate
from kb.number.document_number import DocumentNumber
from kb.register.facts import LONGEST_SHOWN, NO_FACT, RegisterFact

COLUMNS = ("number", "type", "issued", "issuer", "title", "in_force", "ended", "parts", "official")
"""`issuer` is the id of a body of the corpus or a name as typed, `official` the place of the official text; these have
no source of their own. `parts` holds what was ended or amended in part: all of it holds, not one of several values."""
OFFICIAL = re.compile(r"vbpl:\d+|https?://\S+", re.ASCII)
"""Where an official text stands: an item of the national database, or an address."""
_FACTS = ("issued", "title", "in_force", "ended", "parts")


def iso_day(value: str) -> date:
    """A day of a cell. Raises ValueError, in Vietnamese; Python reads other forms of ISO 8601 too (``20200305``)."""
    with suppress(ValueError):
        if value[4:5] == value[7:8] == "-":
            return date.fromisoformat(value)
    raise ValueError(f"“{value[:LONGEST_SHOWN]}” không phải một ngày dạng YYYY-MM-DD")


@dataclass(frozen=True, slots=True)
class EndClause:
    """``2018-07-01 thay thế 90/2018/NĐ-CP``: from which day, how and by which document."""

    UNWORDED: ClassVar[str] = "hết hiệu lực"
    day: str
    how: str
    by: str

    @classmethod
    def parse(cls, value: str) -> EndClause:
        """A value of the columns `ended` and `parts`. Raises ValueError."""
        day, _, rest = value.partition(" ")
        how, _, by = rest.rpartition(" ")
        iso_day(day)
        if not (how and by):
            raise ValueError(f"“{value[:LONGEST_SHOWN]}” không phải điều khoản chấm dứt")
        DocumentNumber.parse(by)
        return cls(day, how, by)

    def __str__(self) -> str:
        return f"{self.day} {self.how} {self.by}"


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A document with what sources say of it."""

    number: str
    type: str
    issued: RegisterFact
    issuer: str = ""
    title: RegisterFact = NO_FACT
    in_force: RegisterFact = NO_FACT
    ended: RegisterFact = NO_FACT
    parts: RegisterFact = NO_FACT
    official: str = ""

    @classmethod
    def parse(cls, line: str) -> RegisterEntry:
        """A line of a TSV file. Raises ValueError where a column is missing or a cell cannot be read."""
        cells = line.split("\t")
        if not "".join(cells).isprintable() or "\ufffd" in line:
            raise ValueError("ký tự ẩn, hoặc không phải UTF-8")
        if len(cells) != len(COLUMNS):
            raise ValueError(f"có {len(cells)} cột, cần {len(COLUMNS)}")
        row = dict(zip(COLUMNS, cells, strict=True))
        facts = {name: RegisterFact.parse(row.pop(name)) for name in _FACTS}
        DocumentNumber.parse(row["number"])
        if not facts["issued"]:
            raise ValueError("không có ngày ban hành")
        for name, read in _VALUES.items():
            for reading in facts[name].readings:
                read(reading.value)
        return cls(**row, **facts)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return "\t".join(str(getattr(self, name)) for name in COLUMNS)

    @property
    def days(self) -> tuple[str, ...]:
        """The days of issue that sources give, as ISO days."""
        return tuple(reading.value for reading in self.issued.readings)

    @property
    def parsed(self) -> DocumentNumber:
        """The number. Raises InvalidNumber."""
        return DocumentNumber.parse(self.number)

    @property
    def short_name(self) -> str:
        """``Nghị định số 30/2020/NĐ-CP``; a law bears its name in front."""
        name = self.law_name or self.type
        return f"{name} số {self.number}" if name else self.number

    @property
    def law_name(self) -> str:
        """``Luật Đất đai``; empty for what is no law."""
        title = self.title.readings[0].value if self.title else ""
        return title if self.type in LAWS and title.startswith(self.type) else ""

    @property
    def end(self) -> EndClause | None:
        """How it ended as a whole, where the sources agree."""
        return EndClause.parse(self.ended.value) if self.ended.value else None

    @property
    def shown_days(self) -> str:
        """The day of issue in words; of several, each."""
        return " hoặc ".join(PartialDate.parse(day).shown for day in self.days)


_VALUES = {
    "issued": iso_day, "in_force": iso_day, "ended": EndClause.parse, "parts": EndClause.parse,
}  # fmt: skip
"""What reads the values of a column, and raises ValueError for one that is none."""
LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
"""Types that are cited by name."""
