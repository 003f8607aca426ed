"""Reads a table from a file: TSV, CSV, JSON lines or an Excel workbook.

Texts are UTF-8, or UTF-16 with its mark, which is what Excel's “Unicode text” is, or in an encoding from before Unicode
(`kb.register.legacy_cells`).
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kb.errors import KbError
from kb.language.legacy_tables import of_font, single_bytes
from kb.register.columns import NAMES, is_heading, plain
from kb.register.legacy_cells import Cells, FontsOfCells, in_unicode

Row = dict[str, object]
"""The cells of a row by the plain names of their columns (`kb.register.columns.plain`)."""
UNREAD = "?"
"""The column, which no heading names, that a row has whose letters are in no encoding that is known."""
HEADING_WITHIN = 30
"""Rows of a sheet in which the headings stand; the name of the office and of the book may stand above them."""
LARGEST = 400_000_000
"""Bytes of a file, and of what a workbook says it unpacks to."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a workbook begins that is older than .xlsx, or has a password."""


class TableUnreadable(KbError):
    """The table cannot be read: missing, of another form, broken, too large."""


@dataclass(frozen=True)
class SheetCells:
    """The cells of a sheet or a text, and what the fonts of some tell of them."""

    rows: Cells
    fonts: FontsOfCells = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """The rows, one or more, of which some name a document's number; `encodings` names those from before Unicode."""

    rows: list[Row]
    encodings: tuple[str, ...] = ()


def read_table(path: Path) -> Table:
    """The table of a file; of a workbook the rows of all its sheets. Raises TableUnreadable."""
    tables = [_under_headings(path.name, sheet) for sheet in _sheets(path)]
    rows = [row for table in tables for row in table.rows]
    encodings = tuple(dict.fromkeys(name for table in tables for name in table.encodings))
    if not rows:
        raise TableUnreadable(f"{path.name} không có dòng nào")
    if not any(row.keys() & NAMES["number"] for row in rows):
        wanted = "Số ký hiệu (so_ky_hieu), Ngày ban hành (ngay_ban_hanh), Loại văn bản (loai_van_ban)"
        raise TableUnreadable(f"{path.name} không có cột số hiệu; các cột cần có tên như: {wanted}")
    return Table(rows, encodings)


def _sheets(path: Path) -> Iterator[SheetCells]:
    suffix = path.suffix.lower()
    if suffix in _OTHER_BOOKS:
        raise TableUnreadable(f"{path.name} là bảng tính dạng {suffix}: mở ra, lưu lại thành .xlsx rồi nhập tệp ấy")
    reader = _READERS.get(suffix)
    if reader is None:
        raise TableUnreadable(f"không đọc được {path.name}: chỉ nhận {', '.join(_READERS)}")
    if not path.is_file():
        raise TableUnreadable(f"không có tệp: {path}")
    if path.stat().st_size > LARGEST:
        raise TableUnreadable(f"{path.name} quá lớn")
    try:
        yield from reader(path)
    except csv.Error:  # the reader has no other fault to tell of what is not read strictly
        raise TableUnreadable(f"{path.name} có ô quá dài, thường do thiếu dấu nháy kép đóng") from None


def _text(path: Path) -> str:
    """The text of a file. Raises TableUnreadable where it is neither Unicode nor in an encoding from before."""
    data = path.read_bytes()
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = single_bytes(data)
    if not wide and in_unicode([[line] for line in text.split("\n")]).encodings:
        return text
    raise TableUnreadable(f"{path.name} không phải UTF-8; lưu lại dạng CSV UTF-8 hoặc Excel")


def _tsv(path: Path) -> Iterator[SheetCells]:
    """Plain lines, as the register itself has them; Excel puts cells with signs of its own into quotation marks."""
    text = _text(path)
    try:
        yield SheetCells([list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)])
    except csv.Error:
        yield SheetCells([list(line.rstrip("\r").split("\t")) for line in text.split("\n")])


def _csv(path: Path) -> Iterator[SheetCells]:
    text = _text(path)
    head = text.split("\n", HEADING_WITHIN)[:HEADING_WITHIN]
    sign = max(",;\t", key=lambda mark: sum(line.count(mark) for line in head))
    yield SheetCells([list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign)])


def _jsonl(path: Path) -> Iterator[SheetCells]:
    """The columns are those that any row names."""
    rows = []
    for place, line in enumerate(_text(path).split("\n"), 1):
        try:
            row = json.loads(line) if line.strip() else None
        except (json.JSONDecodeError, RecursionError):
            raise TableUnreadable(f"{path.name}: dòng {place} không phải JSON") from None
        if isinstance(row, dict):
            rows.append(row)
    names = list(dict.fromkeys(name for row in rows for name in row))
    yield SheetCells([list(names), *([row.get(name) for name in names] for row in rows)])


def _xlsx(path: Path) -> Iterator[SheetCells]:
    # Imported here: nothing but a workbook needs it.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            raise TableUnreadable(
                f"{path.name} có mật khẩu, hoặc là Excel đời cũ: mở ra, lưu lại thành .xlsx không mật khẩu"
            )
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST:
                raise TableUnreadable(f"{path.name} quá lớn khi giải nén")
        book = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise TableUnreadable(f"{path.name} không phải tệp Excel đọc được, hoặc đã hỏng") from error
    for sheet in book.worksheets:
        yield _with_fonts(sheet.iter_rows())
    book.close()


def _with_fonts(rows: Iterable[Iterable[Any]]) -> SheetCells:
    """The values of cells, and the fonts that tell in which encoding their letters were typed (``.VnTime``)."""
    sheet = SheetCells([])
    for r, row in enumerate(rows):
        cells = list(row)
        sheet.rows.append([cell.value for cell in cells])
        for c, cell in enumerate(cells):
            if isinstance(cell.value, str) and (told := of_font(cell.font.name or "")):
                sheet.fonts[r, c] = told
    return sheet


def _under_headings(file: str, sheet: SheetCells) -> Table:
    """The rows below the headings, which are the first row or one that names number and day.

    Raises TableUnreadable where two columns bear one name: nothing tells which of them is meant.
    """
    if not sheet.rows:
        return Table([])
    head = in_unicode(sheet.rows[:HEADING_WITHIN], sheet.fonts)
    place = next((i for i, row in enumerate(head.rows) if is_heading(row)), 0)
    names = [plain(cell) for cell in head.rows[place]]
    _refuse_two_of_one(file, names, head.rows[place])
    fonts = {(r - place - 1, c): told for (r, c), told in sheet.fonts.items() if r > place}
    body = in_unicode(sheet.rows[place + 1 :], fonts)
    found = []
    for number, cells in enumerate(body.rows):
        if any(cells):
            row = {name: cell for name, cell in zip(names, cells, strict=False) if name}
            found.append(row | {UNREAD: True} if number in body.unread else row)
    return Table(found, tuple(dict.fromkeys((*head.encodings, *body.encodings))))


def _refuse_two_of_one(file: str, names: list[str], headings: list[object]) -> None:
    twice = next((headings[i] for i, name in enumerate(names) if name in _KNOWN_NAMES & {*names[:i]}), None)
    if twice is not None:
        raise TableUnreadable(f"{file} có hai cột “{twice}”: giữ tên ấy cho một cột rồi nhập lại")


_KNOWN_NAMES = frozenset(name for names in NAMES.values() for name in names)
_READERS = {".tsv": _tsv, ".csv": _csv, ".jsonl": _jsonl, ".ndjson": _jsonl, ".xlsx": _xlsx, ".xlsm": _xlsx}
_OTHER_BOOKS = (".xls", ".xlsb", ".ods", ".et")
"""Books that other programs write, and that they can save as .xlsx."""
