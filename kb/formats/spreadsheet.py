"""Tables as files that a spreadsheet opens: CSV (RFC 4180) and XLSX (ECMA-376). The same table gives the same bytes.

Every cell is text, never a formula. A spreadsheet runs a cell of a CSV file that begins with ``=``, ``+``, ``-``,
``@``, their full-width forms, a tab or an end of line (OWASP, CSV Injection); such a cell gets an apostrophe in front.
So does what stands behind a semicolon, a tab or an end of line: where the system parts lists with semicolons, as in
Vietnamese, Excel begins a cell there, quotation marks or not.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter

from kb.formats.visible import visible

_RUN = re.compile(r"(^|[;\t\n])(?=[ \"]*[=+\-@＝＋－＠\t])")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\s]+|^'|'$")


@dataclass(frozen=True)
class Sheet:
    """A table with one line of headings. `widths` are those of the columns, in characters.

    `marked` are the cells shown in red, as (row, column) from 0, without the line of headings.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    marked: frozenset[tuple[int, int]] = frozenset()


def as_csv(sheet: Sheet) -> bytes:
    """The table as RFC 4180 has it, in UTF-8 with the byte order mark by which Excel knows the encoding."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_inert(text) for text in row] for row in (sheet.head, *sheet.rows))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def as_xlsx(sheet: Sheet, day: date) -> bytes:
    """The table as one worksheet: headings and first column frozen, a filter on every column, printed in landscape.

    `day` is the date of the file in its properties. The name of the sheet is its title without the
    marks that Excel forbids, cut at its limit of 31 characters.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": visible(sheet.title), "created": datetime(day.year, day.month, day.day)})
    page = book.add_worksheet(_NOT_IN_NAMES.sub(" ", visible(sheet.title))[:31].strip(" '") or None)
    plain = {"text_wrap": True, "valign": "top", "border": 1}
    formats = [book.add_format(plain | more) for more in ({}, {"font_color": "#9C0006", "bg_color": "#FFC7CE"})]
    _write(page, 0, sheet.head, [book.add_format(plain | {"bold": True})] * len(sheet.head))
    for number, row in enumerate(sheet.rows):
        _write(page, number + 1, row, [formats[(number, column) in sheet.marked] for column in range(len(row))])
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    book.close()
    return out.getvalue()


def _write(page: xlsxwriter.worksheet.Worksheet, number: int, row: Sequence[str], formats: Sequence[object]) -> None:
    for column, (text, shown) in enumerate(zip(row, formats, strict=True)):
        page.write_string(number, column, visible(text), shown)


def _inert(text: str) -> str:
    return _RUN.sub(r"\1'", visible(text))
