"""What is wrong in the files of a register, each with its line: `kb check` tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.errors import InvalidNumber
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME
from kb.register.entry import OFFICIAL, RegisterEntry
from kb.register.facts import LONGEST_SHOWN, base_and_count
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
    held = set[str]()
    for number, line in data_lines(path):
        try:
            if path.name == SOURCES_FILE:
                _first(RegisterSource.parse(line).code, held)
            elif path.name == KNOWN_FILE:
                if not line.isprintable():
                    raise ValueError("mỗi dòng chỉ một số hiệu, không có ký tự ẩn")
                _first(str(DocumentNumber.parse(line)), held)
            else:
                _read(RegisterEntry.parse(line), codes, path.stem)
        except InvalidNumber as error:
            yield LineFault(number, str(error))
        except ValueError as error:
            yield LineFault(number, f"dòng không đọc được: {error}")


def _first(key: str, held: set[str]) -> None:
    """Raises ValueError for a key that stood on a line before."""
    if key in held:
        raise ValueError(f"“{key}” đã có ở dòng trên")
    held.add(key)


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
    if entry.type not in BY_NAME:
        raise ValueError(f"“{entry.type[:LONGEST_SHOWN]}” không phải thể loại văn bản")
    if entry.official and not OFFICIAL.fullmatch(entry.official):
        raise ValueError(
            f"“{entry.official[:LONGEST_SHOWN]}” không phải địa chỉ bản chính thức (vbpl:SỐ hoặc https://…)"
        )
    facts = (entry.issued, entry.title, entry.in_force, entry.ended, entry.parts)
    if any(len({reading.value for reading in fact.readings}) < len(fact.readings) for fact in facts):
        raise ValueError("một giá trị ghi hai lần trong một ô: gộp các mã nguồn lại")
    unknown = {base_and_count(code)[0] for fact in facts for code in fact.codes} - codes
    if unknown:
        raise ValueError(f"nguồn “{min(unknown)}” không có trong {SOURCES_FILE}")
