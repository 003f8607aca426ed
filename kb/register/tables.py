"""Reads a table from a file: TSV, CSV, JSON lines or an Excel workbook, a row at a time.

Texts are UTF-8, or UTF-16 with its mark, which is what Excel's “Unicode text” is.
"""

from __future__ import annotations

import codecs
import csv
import json
import zipfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from kb.errors import KbError
from kb.register.columns import NAMES, is_heading, plain

Row = dict[str, object]
"""The cells of a row by the plain names of their columns (`kb.register.columns.plain`)."""
HEADING_WITHIN = 30
"""Rows of a sheet in which the headings stand; the name of the office and of the book may stand above them."""
LARGEST = 400_000_000
"""Bytes of a file, and of what a workbook says it unpacks to."""


class TableUnreadable(KbError):
    """The table cannot be read: missing, of another form, broken, too large."""


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a table, one or more, of which some name a document's number. Raises TableUnreadable."""
    rows = _rows(path)
    waiting = list(islice(rows, HEADING_WITHIN))
    if not waiting:
        raise TableUnreadable(f"{path.name} không có dòng nào")
    if not any(row.keys() & NAMES["number"] for row in waiting):
        wanted = "Số ký hiệu (so_ky_hieu), Ngày ban hành (ngay_ban_hanh), Loại văn bản (loai_van_ban)"
        raise TableUnreadable(f"{path.name} không có cột số hiệu; các cột cần có tên như: {wanted}")
    yield from chain(waiting, rows)


def _rows(path: Path) -> Iterator[Row]:
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
    except csv.Error:  # the reader has no other fault to tell of what is not read strictly
        raise TableUnreadable(f"{path.name} có ô quá dài, thường do thiếu dấu nháy kép đóng") from None


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        return "utf-16" if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _tsv(path: Path) -> Iterator[Row]:
    """Plain lines, as the register itself has them; Excel puts cells with signs of its own into quotation marks."""
    with path.open(encoding=_encoding(path), newline="") as lines:
        rows: Iterable[list[str]]
        try:
            rows = list(csv.reader(lines, delimiter="\t", strict=True))
        except csv.Error:
            lines.seek(0)
            rows = (line.rstrip("\r\n").split("\t") for line in lines)
        yield from _under_headings(rows)


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding=_encoding(path), newline="") as lines:
        head = list(islice(lines, HEADING_WITHIN))
        sign = max(",;\t", key=lambda mark: sum(line.count(mark) for line in head))
        yield from _under_headings(csv.reader(chain(head, lines), delimiter=sign))


def _jsonl(path: Path) -> Iterator[Row]:
    with path.open(encoding=_encoding(path)) as lines:
        for place, line in enumerate(lines, 1):
            try:
                row = json.loads(line) if line.strip() else None
            except (json.JSONDecodeError, RecursionError):
                raise TableUnreadable(f"{path.name}: dòng {place} không phải JSON") from None
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
