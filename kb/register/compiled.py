"""The register in one sorted file under `build/`, computed anew when a TSV file changes, and mapped, not read."""

from __future__ import annotations

import mmap
import os
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from kb.language.fold import folded
from kb.number.document_number import DocumentNumber
from kb.register.entry import LAWS
from kb.register.folder import RegisterTables, read_tables, register_files
from kb.register.joining import join_tables
from kb.register.lookup import KNOWN, SOURCE, Register, law_key

_CANONICAL = re.compile(r"(?P<ordinal>\d{1,5}[A-Za-z]?)(?:/(?P<year>\d{4})(?=[/-]))?[/-](?P<symbol>[^\W\d][^Ưư(]*)")
_LETTERS = re.compile(r"\w+")
VERSION = 3
"""Changes with the form of the lines."""


def open_register(folder: Path, stored: Path, beside: Path | None = None) -> Register:
    """The register of a folder of TSV files; see `register_lines`."""
    return Register(register_lines(folder, stored, beside))


def register_lines(folder: Path, stored: Path, beside: Path | None = None) -> bytes | mmap.mmap:
    """The sorted lines of a folder of TSV files; `stored` is where they are kept.

    What the register of the folder `beside` holds is joined to it. Empty where there is no folder. Raises
    CorpusUnreadable where a line cannot be read.
    """
    folders = [place for place in (folder, beside) if place]
    mark = _fingerprint(folders)
    if not mark:
        return b""
    with suppress(OSError, ValueError), stored.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if data[: len(mark)] == mark:
            return data
    content = mark + compiled(_joined(folders))
    _store(stored, content)
    return content


def compiled(tables: RegisterTables) -> bytes:
    """The sorted lines: a key, a tab and a row of the tables each."""
    return b"".join(sorted(f"{line}\n".encode() for line in _lines(tables)))


def _lines(tables: RegisterTables) -> Iterator[str]:
    yield from (f"{SOURCE}\t{source}" for source in tables.sources.values())
    for entry in tables.entries:
        yield f"{number_key(entry.number)}\t{entry}"
        if entry.type in LAWS:
            yield from (f"{key}\t{entry}" for key in {law_key(title.value) for title in entry.title.readings})
    yield from (f"{KNOWN}{number_key(number)}\t" for number in tables.known)


def number_key(number: str) -> str:
    """`DocumentNumber.folded_key` of a number that is written as `str` of one; a tenth of the time of parsing it."""
    match = _CANONICAL.fullmatch(number)
    if match is None:
        return DocumentNumber.parse(number).folded_key
    return f"{match['ordinal'].lstrip('0').lower() or '0'}|{match['year'] or ''}|{_folded_letters(match['symbol'])}"


@lru_cache(maxsize=1 << 14)
def _folded_letters(symbol: str) -> str:
    """The letters of a symbol without marks: thousands of numbers share one."""
    return folded("".join(_LETTERS.findall(symbol)))


def _joined(folders: list[Path]) -> RegisterTables:
    tables = read_tables(folders[0])
    for folder in folders[1:]:
        join_tables(tables, read_tables(folder))
    return tables


def _fingerprint(folders: list[Path]) -> bytes:
    """A first line that sorts before all others: a checksum of names, sizes and times of the files; empty for none."""
    files = [(path.name, path.stat()) for folder in folders for path in register_files(folder)]
    if not files:
        return b""
    said = "\n".join(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}" for name, stat in files)
    return f" {VERSION}-{zlib.crc32(said.encode()):08x}\n".encode()


def _store(stored: Path, content: bytes) -> None:
    """Keep the sorted form. A disk that is full or locked is no error: it is computed again."""
    with suppress(OSError):
        stored.parent.mkdir(parents=True, exist_ok=True)
        aside = stored.with_suffix(f".{os.getpid()}")
        aside.write_bytes(content)
        aside.replace(stored)
