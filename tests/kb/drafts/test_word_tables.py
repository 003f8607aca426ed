"""Rows and cells of a table in a Word file: what is deleted there is not read, whatever its words say of themselves."""

from __future__ import annotations

import pytest

from kb.drafts.docx import read
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{paragraph(run(text))}</w:tc>"


def table_of(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def table(*rows: str) -> str:
    """A table and an empty paragraph behind it."""
    return f"{table_of(*rows)}<w:p/>"


ROW_DELETED = "<w:trPr><w:del w:id='1' w:author='a'/></w:trPr>"
SHOWN = {
    "a row deleted": (table(ROW_DELETED + cell("x") + cell("y"), cell("a")), "a\n\n"),
    "a row inserted and deleted": (
        table(f"<w:trPr><w:ins w:id='1'/><w:del w:id='2'/></w:trPr>{cell('x')}", cell("a")),
        "a\n\n",
    ),
    "a row inserted": (table(f"<w:trPr><w:ins w:id='1'/></w:trPr>{cell('a')}"), "a\n\n"),
    "a cell deleted": (table(cell("x", "<w:tcPr><w:cellDel w:id='1'/></w:tcPr>") + cell("a")), "a\n\n"),
    "a cell as it was": (
        table(cell("a", "<w:tcPr><w:tcPrChange w:id='1'><w:tcPr><w:cellDel/></w:tcPr></w:tcPrChange></w:tcPr>")),
        "a\n\n",
    ),
    "a table in a row deleted": (table(ROW_DELETED + f"<w:tc>{table_of(cell('x'))}</w:tc>", cell("a")), "a\n\n"),
}


@pytest.mark.parametrize("case", SHOWN)
def test_text_is_what_a_reader_sees(case: str) -> None:
    body, text = SHOWN[case]
    assert read(packed(parts_of(body)), "a.docx").text == text
