"""Sheets: the words arrive as words, and the same words give the same bytes."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.formats.spreadsheet import Sheet, as_csv, as_xlsx
from kb.formats.visible import visible

SHEET = Sheet("Bảng", ("Tên", "Chữ"), (("=1+1", "một\nhai"), ("@x", 'ba, "bốn"')), (10, 20), frozenset({(0, 1)}))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_is_what_excel_reads() -> None:
    content = as_csv(SHEET)
    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content) == [["Tên", "Chữ"], ["'=1+1", "một\nhai"], ["'@x", 'ba, "bốn"']]


def test_xlsx_holds_no_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(SHEET, date(2026, 1, 2)))) as book:
        page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        words = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    assert page.findall(f".//{MAIN}f") == []
    assert [t.text for t in words.iter(f"{MAIN}t")] == ["Tên", "Chữ", "=1+1", "một\nhai", "@x", 'ba, "bốn"']


def test_same_words_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = as_xlsx(SHEET, date(2026, 1, 2))
    moment = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: moment)
    assert as_xlsx(SHEET, date(2026, 1, 2)) == first
    assert as_xlsx(SHEET, date(2026, 1, 3)) != first


words = st.text(st.characters(blacklist_categories=["Cs", "Cc"]))


@given(st.lists(st.tuples(words, words), max_size=4))
def test_csv_keeps_any_words(rows: list[tuple[str, str]]) -> None:
    read = read_csv(as_csv(Sheet("B", ("a", "b"), tuple(rows), (1, 1))))[1:]
    # An apostrophe may stand wherever a spreadsheet would begin a cell; the rest is as `visible` shows it.
    assert [tuple(cell.replace("'", "") for cell in row) for row in read] == [
        tuple(visible(cell).replace("'", "") for cell in row) for row in rows
    ]
