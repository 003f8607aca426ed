"""What is wrong in the files of a register, each with its line: `kb check` tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.errors import InvalidNumber
from kb.number.document_number import DocumentNumber
from kb.register.entry import RegisterEntry
from kb.register.facts import base_and_count
from kb.register.folder import KNOWN_FILE, SOURCES_FILE, data_lines, row_order
from kb.register.sources import RegisterSource


@dataclass(frozen=True)
class LineFault:
    """A line, counted from 1, and what is wrong with it."""

    line: int
    message: str


def source_codes(folder: Path) -> frozenset[str]:
    """The codes of the table of sources; none where it is missing. Lines that cannot be read are left out."""
    path = folder / SOURCES_FILE
    return frozenset(line.partition("\t")[0] for _, line in data_lines(path)) if path.exists() else frozenset()


def unreadable_lines(path: Path, codes: frozenset[str]) -> Iterator[LineFault]:
    """Lines without the columns, numbers, days and sources that a register's lines have."""
    for number, line in data_lines(path):
        try:
            if path.name == SOURCES_FILE:
                RegisterSource.parse(line)
            elif path.name == KNOWN_FILE:
                DocumentNumber.parse(line)
            else:
                _read(RegisterEntry.parse(line), codes, path.stem)
        except InvalidNumber as error:
            yield LineFault(number, str(error))
        except ValueError as error:
            yield LineFault(number, f"dòng không đọc được: {error}")


def misplaced_lines(path: Path) -> Iterator[LineFault]:
    """Documents out of order, and documents whose type, number and day stand there already."""
    before: tuple[RegisterEntry, tuple[object, ...]] | None = None
    for number, line in data_lines(path):
        try:
            entry = RegisterEntry.parse(line)
        except ValueError:
            continue  # told as unreadable
        order = row_order(entry)
        if before and order < before[1]:
            yield LineFault(number, f"{entry.number} đứng sau {before[0].number}, sai thứ tự")
        elif before and _key(entry) == _key(before[0]):
            yield LineFault(number, f"{entry.number} ngày {entry.shown_days} đã có ở dòng trên")
        before = entry, order


def _key(entry: RegisterEntry) -> tuple[object, ...]:
    return entry.type, entry.number, entry.days, entry.issuer


def _read(entry: RegisterEntry, codes: frozenset[str], year: str) -> None:
    """Raises ValueError in Vietnamese, or InvalidNumber, for a value that no fact can have."""
    DocumentNumber.parse(entry.number)
    if entry.days[0][:4] != year:
        raise ValueError(f"ban hành năm {entry.days[0][:4]}, không thuộc tệp {year}")
    facts = (entry.issued, entry.title, entry.in_force, entry.ended, entry.parts)
    unknown = {base_and_count(code)[0] for fact in facts for code in fact.codes} - codes
    if unknown:
        raise ValueError(f"nguồn “{min(unknown)}” không có trong {SOURCES_FILE}")
