"""Tables from before Unicode in every form of file: read by the one converter that drafts have, or refused in words."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook
from openpyxl.styles import Font

from kb.corpus.load import load_corpus
from kb.register.adding import add_rows
from kb.register.issuers import Issuers
from kb.register.tables import TableUnreadable, read_table
from tests.support.corpora import clean_files, write
from tests.support.registers import tables

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("legacy_tables.yaml").read_text("utf-8"))
SINGLE_BYTES = [case for case in CASES if case["name"].startswith("a book in")]


def as_csv(cells: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(cells)
    return text.getvalue()


def written(folder: Path, suffix: str, cells: list[list[str]]) -> Path:
    path = folder / f"so{suffix}"
    if suffix == ".xlsx":
        book = Workbook()
        for row in cells:
            book.worksheets[0].append(row)
        book.save(path)
    elif suffix == ".jsonl":
        path.write_text("\n".join(json.dumps(dict(zip(cells[0], row, strict=True))) for row in cells[1:]), "utf-8")
    elif suffix == ".csv":
        path.write_text(as_csv(cells), "utf-8")
    else:
        path.write_text("\n".join(map("\t".join, cells)), "utf-16")
    return path


@pytest.mark.parametrize("suffix", [".csv", ".tsv", ".jsonl", ".xlsx"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_table_is_read_in_unicode(tmp_path: Path, case: dict[str, Any], suffix: str) -> None:
    assert added(tmp_path, written(tmp_path, suffix, case["cells"])) == (
        case["rows"],
        case["encodings"],
        case.get("refused", 0),
    )


@pytest.mark.parametrize("case", SINGLE_BYTES, ids=lambda case: case["name"])
def test_a_file_of_single_bytes_is_read_so_too(tmp_path: Path, case: dict[str, Any]) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(as_csv(case["cells"]).encode("cp1252"))
    assert added(tmp_path, path) == (case["rows"], case["encodings"], 0)


@pytest.mark.parametrize(
    ("font", "typed", "title"),
    [
        (".VnTime", "Thu phÝ", "Thu phí"),
        (".VnTimeH", "thu phÝ", "Thu phí"),
        ("VNI-Times", "Thu phí", "Thu phí"),
        ("VNI-Times", "Môû chôï", "Mở chợ"),
        # A cell in Unicode may keep the font of an old one.
        (".VnTime", "Thu phí ở chợ", "Thu phí ở chợ"),
        ("Times New Roman", "Thu phÝ", "Thu phÝ"),
    ],
)
def test_the_font_of_a_cell_tells_its_encoding(tmp_path: Path, font: str, typed: str, title: str) -> None:
    path, book = tmp_path / "so.xlsx", Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["SỔ VĂN BẢN"],
        ["Số ký hiệu", "Ngày ban hành", "Trích yếu"],
        ["1/BC-UB", "05/3/2004", "Về cuộc họp ở xã"],
        ["2/BC-UB", "06/3/2004", typed],
        ["3/BC-UB", "07/3/2004", "Về việc sửa chữa trụ sở"],
    ):
        sheet.append(row)
    sheet["C4"].font = Font(name=font)
    book.save(path)
    rows, encodings, refused = added(tmp_path, path)
    assert [row[3] for row in rows] == ["Về cuộc họp ở xã", title, "Về việc sửa chữa trụ sở"]
    assert (bool(encodings), refused) == (typed != title and font != "Times New Roman", 0)


def added(root: Path, path: Path) -> tuple[list[list[str]], list[str], int]:
    """Number, type, day and title of the rows of a register that holds the table alone, its encodings, rows refused."""
    held, table = tables(), read_table(path)
    report = add_rows(held, Issuers(load_corpus(write(root, clean_files()))), table.rows, "rieng")
    rows = [[entry.number, entry.type, entry.days[0], entry.title.value] for entry in held.entries]
    return rows, list(table.encodings), sum(map(len, report.refused.values()))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("so.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"dạng \.xls: mở ra, lưu lại thành \.xlsx"),
        ("so.XLS", b"<html><table>", r"lưu lại thành \.xlsx"),
        ("so.ods", b"PK", r"dạng \.ods"),
        ("so.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "có mật khẩu, hoặc là Excel đời cũ"),
        ("so.csv", "ïðîåêò ðåøåíèÿ äåëåãàöèè,ñòðàíû\n".encode("cp1252"), "không phải UTF-8"),
    ],
)
def test_what_cannot_be_told_is_one_line(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TableUnreadable, match=said):
        read_table(tmp_path / name)
