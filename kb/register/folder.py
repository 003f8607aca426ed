"""A register as a folder of TSV files: one a year of issue, the sources, and the numbers known without a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kb.errors import CorpusUnreadable, InvalidNumber
from kb.files import replace_file
from kb.number.document_number import DocumentNumber
from kb.register.entry import COLUMNS, RegisterEntry
from kb.register.sources import RegisterSource

SOURCES_FILE, KNOWN_FILE = "sources.tsv", "known-numbers.tsv"
SOURCE_COLUMNS = ("code", "group", "name", "read")


@dataclass
class RegisterTables:
    """Everything that the files of a register hold."""

    entries: list[RegisterEntry] = field(default_factory=list)
    sources: dict[str, RegisterSource] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)


def register_files(folder: Path) -> list[Path]:
    """The TSV files of a register, by name; none where there is no such folder."""
    return sorted(folder.glob("*.tsv"))


def data_lines(path: Path) -> Iterator[tuple[int, str]]:
    """(number of the line, its text) behind the headings; what is no UTF-8 becomes U+FFFD, which no line may hold."""
    with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            if number > 1:
                yield number, line.rstrip("\n")


def read_tables(folder: Path) -> RegisterTables:
    """The files of a folder. Raises CorpusUnreadable for a line that cannot be read; `kb check` says which."""
    try:
        return _read(folder)
    except ValueError:
        raise CorpusUnreadable(f"sổ đăng ký {folder} có dòng không đọc được; chạy: kb check") from None


def _read(folder: Path) -> RegisterTables:
    tables = RegisterTables()
    for path in register_files(folder):
        lines = (line for _, line in data_lines(path))
        if path.name == SOURCES_FILE:
            tables.sources = {source.code: source for source in map(RegisterSource.parse, lines)}
        elif path.name == KNOWN_FILE:
            tables.known = set(lines)
        else:
            tables.entries += map(RegisterEntry.parse, lines)
    return tables


def write_tables(folder: Path, tables: RegisterTables) -> list[Path]:
    """Write the files that differ from what is there, and give their paths. Raises FileUnwritable."""
    years: dict[str, list[RegisterEntry]] = defaultdict(list)
    for entry in tables.entries:
        years[entry.days[0][:4]].append(entry)
    files = {f"{year}.tsv": _text(COLUMNS, map(str, sorted(of, key=row_order))) for year, of in years.items()}
    files[SOURCES_FILE] = _text(SOURCE_COLUMNS, map(str, sorted(tables.sources.values(), key=lambda s: s.code)))
    for path in register_files(folder):
        if path.stem.isdigit():
            files.setdefault(path.name, _text(COLUMNS, ()))  # a year of which nothing is left
    if tables.known or (folder / KNOWN_FILE).exists():
        files[KNOWN_FILE] = _text(("number",), sorted(tables.known, key=_number_order))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in sorted(files.items()):
        path = folder / name
        before = path.read_bytes() if path.exists() else None
        if before != text.encode():
            replace_file(path, text.encode(), before)
            written.append(path)
    return written


def row_order(entry: RegisterEntry) -> tuple[object, ...]:
    """The order of rows in a file: by symbol, then as numbers are counted."""
    return (*_number_order(entry.number), entry.type, entry.days)


def _number_order(number: str) -> tuple[str, str, int, str]:
    try:
        parsed = DocumentNumber.parse(number)
    except InvalidNumber:
        return "", "", 0, number
    figures = "".join(filter(str.isdigit, parsed.ordinal))
    return parsed.symbol, parsed.year or "", int(figures), number


def _text(columns: Iterable[str], lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in ("\t".join(columns), *lines))
