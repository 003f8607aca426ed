"""What is one document and what is another, ends at odds, and relations that the register cannot take."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from kb.register import tables as table_files
from kb.register.folder import write_tables
from kb.register.tables import TableUnreadable, read_table
from tests.kb.register.test_adding import OWN, PUBLIC, added, rows
from tests.support.registers import tables


def test_a_number_without_a_year_and_another_day_is_another_document(tmp_path: Path) -> None:
    held = tables(["318/QĐ-TTg|Quyết định|pd:2020-03-05||pd:Về việc a||||"])
    added(tmp_path, "a.csv", f"{PUBLIC}318/QĐ-TTg,Quyết định,,06/03/2020,,,Về việc a\n", held, "cb")
    assert [row.split("|")[2] for row in rows(held)] == ["pd:2020-03-05", "cb:2020-03-06"]


def test_ends_and_days_of_effect_at_odds_are_both_kept(tmp_path: Path) -> None:
    held = tables(["01/2010/TT-BA|Thông tư|pd:2010-03-05|||pd:2010-05-01|pd:2014-01-01 thay thế 05/2013/TT-BA||"])
    heading = f"{OWN[:-1]}\tother_in_force\n"
    row = "01/2010/TT-BA\tThông tư\t2010-03-05\tpd\t2010-05-01\tpd\t2014-02-01\t06/2013/TT-BA\tpd\t\t2010-06-01:cb\n"
    added(tmp_path, "a.tsv", heading + row, held, "")
    [entry] = held.entries
    assert str(entry.in_force) == "pd:2010-05-01 | cb:2010-06-01"
    assert str(entry.ended) == "pd:2014-01-01 thay thế 05/2013/TT-BA | pd:2014-02-01 hết hiệu lực 06/2013/TT-BA"


def test_a_day_that_cannot_be_is_left_out_and_told(tmp_path: Path) -> None:
    held = tables()
    report = added(tmp_path, "a.csv", f"{PUBLIC}01/2020/TT-BA,Thông tư,,05/03/2020,31/02/2020,,a\n", held)
    assert rows(held) == ["01/2020/TT-BA|Thông tư|pd:2020-03-05||pd:A||||"]
    assert list(report.lines()) == [
        "1 dòng: thêm 1, bổ sung 0, không đổi 0, không nhận 0.",
        "  bỏ 1 dữ kiện: ngày không đọc được",
    ]


@pytest.mark.parametrize(
    ("number", "by", "day", "why"),
    [
        ("01/2010/TT-BA", "05/2013/TT-BA", "", "không có ngày, hoặc trước ngày ban hành"),
        ("01/2010/TT-BA", "05/2013/TT-BA", "2010-03-04", "không có ngày, hoặc trước ngày ban hành"),
        ("01/2010/NĐ-CP", "05/2013/TT-BA", "2014-01-01", "văn bản tác động có hiệu lực thấp hơn"),
        ("02/2010/TT-BA", "05/2013/TT-BA", "2014-01-01", "nhiều văn bản mang số này"),
    ],
)
def test_a_relation_that_cannot_be_is_refused(tmp_path: Path, number: str, by: str, day: str, why: str) -> None:
    held = tables(
        [
            "01/2010/TT-BA|Thông tư|pd:2010-03-05||||||",
            "01/2010/NĐ-CP|Nghị định|pd:2010-03-05||||||",
            "02/2010/TT-BA|Thông tư|pd:2010-03-05||pd:Về việc a||||",
            "02/2010/TT-BA|Thông tư|pd:2010-03-06||pd:Về việc b||||",
        ]
    )
    before = rows(held)
    text = f"number\tkind\tby\tdate\tsource\n{number}\tbãi bỏ\t{by}\t{day}\tpd\n"
    assert added(tmp_path, "a.tsv", text, held, "").refused == {why: [number]}
    assert rows(held) == before


def test_a_known_number_that_cannot_be_read_is_kept_for_the_check_to_tell(tmp_path: Path) -> None:
    write_tables(tmp_path, tables(known=["3/TT-BA", "12/TT-BA", "hỏng"]))
    assert (tmp_path / "known-numbers.tsv").read_text("utf-8") == "number\nhỏng\n3/TT-BA\n12/TT-BA\n"


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TableUnreadable, match=r"không có tệp: .*a\.csv"):
        read_table(tmp_path / "a.csv")


@pytest.mark.parametrize(
    ("name", "largest", "why"), [("a.csv", 10, "quá lớn"), ("a.xlsx", 10_000, "quá lớn khi giải nén")]
)
def test_a_table_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, largest: int, why: str
) -> None:
    (tmp_path / "a.csv").write_text(PUBLIC, "utf-8")
    book = Workbook()
    for _ in range(1_000):
        book.worksheets[0].append([1] * 20)
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(table_files, "LARGEST", max(largest, (tmp_path / name).stat().st_size - (name == "a.csv")))
    with pytest.raises(TableUnreadable, match=f"{name} {why}$"):
        read_table(tmp_path / name)
