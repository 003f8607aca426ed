"""Whatever stands in a record reaches a file that other programs open as words: nothing runs, no line is added."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
import yaml
from icalendar import Calendar

from kb.formats import sarif
from kb.formats.atom import Feed, FeedEntry, as_atom
from kb.formats.icalendar import CalendarDay, as_ics
from kb.formats.spreadsheet import Sheet, as_csv, as_xlsx
from kb.formats.visible import visible
from kb.formats.word import write_basis

TABLE = yaml.safe_load((Path(__file__).parent / "inert.yaml").read_text("utf-8"))
DAY = date(2026, 1, 2)
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060\u2800\u3164\ufdd0\ufeff\ufffe\U0001fffe\U000e0041]"
)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ATOM = "{http://www.w3.org/2005/Atom}"
RUN = tuple("=+-@＝＋－＠\t\r")
lines = pytest.mark.parametrize("text", TABLE["lines"], ids=ascii)
cells = pytest.mark.parametrize("row", TABLE["cells"], ids=lambda row: ascii(row["text"]))


@cells
def test_csv(row: dict[str, str]) -> None:
    text, other = row["text"], "bên cạnh"
    content = as_csv(Sheet("Bảng", (text, other), ((text, other), (other, text)), (9, 9))).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(content, newline="")))
    assert found == [[row["csv"], other], [row["csv"], other], [other, row["csv"]]]


@cells
@pytest.mark.parametrize("separator", [";", "\t"])
def test_csv_where_the_system_separates_by_another_sign(row: dict[str, str], separator: str) -> None:
    content = as_csv(Sheet("Bảng", (row["text"], "b"), (("a", row["text"]),), (9, 9))).decode("utf-8-sig")
    for line in csv.reader(io.StringIO(content, newline=""), delimiter=separator):
        assert not [cell for cell in line if cell.startswith(RUN)]


@cells
def test_xlsx(row: dict[str, str]) -> None:
    content = as_xlsx(Sheet(row["text"], (row["text"], "b"), ((row["text"], "c"),), (9, 9)), DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        words = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        assert not [name for name in book.namelist() if "external" in name or "_rels/sheet" in name]
    assert page.findall(f".//{MAIN}f") == page.findall(f".//{MAIN}hyperlink") == []
    assert {cell.get("t") for cell in page.iter(f"{MAIN}c")} == {"s"}
    assert [t.text for t in words.iter(f"{MAIN}t")] == [visible(row["text"]), "b", "c"]


@lines
def test_xlsx_of_any_text(text: str) -> None:
    content = as_xlsx(Sheet(text, (text,), ((text,),), (9,)), DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert all(ElementTree.fromstring(book.read(name)) is not None for name in book.namelist())


@lines
def test_ics(text: str) -> None:
    content = as_ics(text, [CalendarDay(text, DAY, True, text, text, DAY)])
    assert all(len(line) <= 75 and b"\r" not in line and b"\n" not in line for line in content.split(b"\r\n"))
    unfolded = content.decode().replace("\r\n ", "").split("\r\n")
    assert [line.partition(":")[0].partition(";")[0] for line in unfolded[:-1]] == [
        *("BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "BEGIN", "SUMMARY", "DTSTART", "DTEND"),
        *("DTSTAMP", "UID", "RRULE", "DESCRIPTION", "TRANSP", "END", "END"),
    ]
    assert not ACTING.search("".join(unfolded))
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["summary"]) == str(event["description"]) == visible(text)


@lines
def test_atom(text: str) -> None:
    content = as_atom(Feed(text, text, text, text, (FeedEntry(text, text, "2026-01-02T00:00:00+00:00", "a/", text),)))
    assert not ACTING.search(content.decode())
    root = ElementTree.fromstring(content)
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [visible(text)]
    assert [link.get("href") for link in root.iter(f"{ATOM}link")] == ["dong-tin.xml", "./", "a/"]


@lines
def test_word(text: str, tmp_path: Path) -> None:
    write_basis([text, "Căn cứ"], tmp_path / "a.docx")
    found = [paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs]
    assert found == [visible(text), "Căn cứ"]


@lines
def test_sarif(text: str) -> None:
    log = sarif.log("kb", [], [sarif.result("X", "note", text, f"corpus/{text}.yaml", {"startLine": 1})])
    written = json.dumps(log, ensure_ascii=False)
    assert json.loads(written) == log
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9_.~/%-]+", place)


def test_what_is_shown_is_what_a_terminal_shows() -> None:
    assert visible("a\x1b[31m\x00\u202e\u2028\r\nb\tộ") == "a\\u001b[31m\\u0000\\u202e\\u2028\nb\tộ"
