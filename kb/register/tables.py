"""Reads a table from a file: TSV, CSV, JSON lines or an Excel workbook, a row at a time."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from kb.errors import KbError
from kb.register.columns import is_heading, plain

Row = dict[str, object]
"""The cells of a row by the plain names of their columns (`kb.register.columns.plain`)."""
HEADING_WITHIN = 30
"""Rows of a sheet in which the headings stand; the name of the office and of the book may stand above them."""
LARGEST = 400_000_000
"""Bytes of a file, and of what a workbook says it unpacks to."""


class TableUnreadable(KbError):
    """The table cannot be read: missing, of another form, broken, too large."""


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a table. Raises TableUnreadable."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise TableUnreadable(f"không đọc được {path.name}: chỉ nhận {', '.join(_READERS)}")
    if not path.is_file():
        raise TableUnreadable(f"không có tệp: {path}")
    if path.stat().st_size > LARGEST:
        raise TableUnreadable(f"{path.name} quá lớn")
    try:
        yield from reader(path)
    except UnicodeDecodeError:
        raise TableUnreadable(f"{path.name} không phải UTF-8; lưu lại dạng CSV UTF-8 hoặc Excel") from None
    except (csv.Error, json.JSONDecodeError) as error:
        raise TableUnreadable(f"{path.name} hỏng: {error}") from None


def _tsv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from _under_headings(line.rstrip("\r\n").split("\t") for line in lines)


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        head = list(islice(lines, HEADING_WITHIN))
        sign = max(",;\t", key=lambda mark: sum(line.count(mark) for line in head))
        yield from _under_headings(csv.reader(chain(head, lines), delimiter=sign))


def _jsonl(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig") as lines:
        for line in filter(str.strip, lines):
            row = json.loads(line)
            if isinstance(row, dict):
                yield {plain(name): value for name, value in row.items()}


def _xlsx(path: Path) -> Iterator[Row]:
    # Imported here: nothing but a workbook needs it.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST:
                raise TableUnreadable(f"{path.name} quá lớn khi giải nén")
        book = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise TableUnreadable(f"{path.name} không phải tệp Excel đọc được: {type(error).__name__}") from None
    for sheet in book.worksheets:
        yield from _under_headings(sheet.iter_rows(values_only=True))
    book.close()


def _under_headings(rows: Iterable[Iterable[object]]) -> Iterator[Row]:
    """The rows below the headings, which are the first row or one that names number and day."""
    waiting = iter(rows)
    head = [list(row) for row in islice(waiting, HEADING_WITHIN)]
    place = next((i for i, row in enumerate(head) if is_heading(row)), 0)
    if not head:
        return
    names = [plain(cell) for cell in head[place]]
    for cells in filter(any, chain(head[place + 1 :], map(list, waiting))):
        yield {name: cell for name, cell in zip(names, cells, strict=False) if name}


_READERS = {".tsv": _tsv, ".csv": _csv, ".jsonl": _jsonl, ".ndjson": _jsonl, ".xlsx": _xlsx}
