"""Tables of every form merged into a register: what is taken, what is refused and why, and that twice is once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from kb.corpus.load import load_corpus
from kb.register.adding import AddReport, add_rows
from kb.register.folder import RegisterTables, read_tables, write_tables
from kb.register.issuers import Issuers
from kb.register.tables import TableUnreadable, read_table
from tests.support.corpora import clean_files, write
from tests.support.registers import tables

PUBLIC = "so_ky_hieu,loai_van_ban,co_quan_ban_hanh,ngay_ban_hanh,ngay_co_hieu_luc,ngay_het_hieu_luc,trich_yeu\n"
OWN = "number\ttype\tissued\tissued_sources\tin_force\tin_force_sources\tended\tended_by\tended_sources\tother_issued\n"


def added(root: Path, name: str, text: str, held: RegisterTables, source: str = "pd") -> AddReport:
    path = root / name
    path.write_text(text, "utf-8")
    issuers = Issuers(load_corpus(write(root, clean_files())))
    return add_rows(held, issuers, read_table(path).rows, source)


def rows(held: RegisterTables) -> list[str]:
    return [str(entry).replace("\t", "|") for entry in held.entries]


def test_a_public_table(tmp_path: Path) -> None:
    text = (
        f"{PUBLIC}01/2020/TT-BA,Thông tư,Bộ A,05/03/2020,01/05/2020,01/01/2024,về việc a\n"
        "02/2020/TT-BA,Thông tư,Bộ trưởng Bộ A,,,,b\n03/2020/TT-BA,Thông tư,Bộ A,01/01/2021,,,c\nTT-BA,,,,,,\n"
    )
    held = tables()
    report = added(tmp_path, "a.csv", text, held)
    assert rows(held) == ["01/2020/TT-BA|Thông tư|pd:2020-03-05|bo-a|pd:Về việc a|pd:2020-05-01|||"]
    assert (report.rows, report.added, sum(map(len, report.refused.values()))) == (4, 1, 3)
    assert list(report.refused) == [
        *("không có ngày ban hành", "ngày ban hành không hợp với năm trong số hiệu"),
        "số hiệu không đọc được hoặc bị cắt cụt",
    ]
    assert report.dropped == {"ngày hết hiệu lực không theo Bộ pháp điển": 1}
    assert held.known == {"02/2020/TT-BA", "03/2020/TT-BA"}


def test_the_same_table_again_changes_nothing(tmp_path: Path) -> None:
    held, text = tables(), f"{PUBLIC}01/2020/TT-BA,Thông tư,Bộ A,05/03/2020,01/05/2020,,về việc a\n"
    added(tmp_path, "a.csv", text, held)
    before = rows(held)
    report = added(tmp_path, "a.csv", text, held)
    assert (report.added, report.changed, report.same, rows(held)) == (0, 0, 1, before)


def test_sources_at_odds_are_both_kept(tmp_path: Path) -> None:
    held = tables(["01/2020/TT-BA|Thông tư|pd:2020-03-05||pd:Về việc a||||"])
    added(tmp_path, "a.csv", f"{PUBLIC}01/2020/TT-BA,Thông tư,,06/03/2020,,,Về việc a\n", held, "cb")
    assert rows(held) == ["01/2020/TT-BA|Thông tư|pd:2020-03-05 | cb:2020-03-06||cb,pd:Về việc a||||"]


def test_another_day_and_another_title_is_another_document(tmp_path: Path) -> None:
    held = tables(["01/2020/TT-BA|Thông tư|pd:2020-03-05||pd:Về việc a||||"])
    added(tmp_path, "a.csv", f"{PUBLIC}01/2020/TT-BA,Thông tư,,06/03/2020,,,Về việc b\n", held, "cb")
    assert len(rows(held)) == 2


def test_a_table_that_names_the_sources_of_its_facts(tmp_path: Path) -> None:
    text = (
        f"{OWN}01/2020/TT-BA\tThông tư\t2020-03-05\tpd,txt*3\t2020-01-01\ttxt:mot\t2024-01-01\t05/2023/TT-BA\tpd\t\n"
        "02/2020/TT-BA\tThông tư\t2020-03-06\tcb\t\t\t2024-01-01\t05/2023/TT-BA\tcb\t2020-06-03:txt\n"
        "03/2020/NĐ-CP\tNghị định\t2020-03-07\tla\t\t\t\t\t\t\n04/2020/NĐ-CP\tNghị định\t2020-03-07\tthap\t\t\t\t\t\t\n"
        "05/2020/NĐ-CP\tNghị định\t2020-03-08\tpd\t\t\t2024-01-01\t05/2023/TT-BA\tpd\t\n"
    )
    held = tables()
    report = added(tmp_path, "a.tsv", text, held, "")
    assert rows(held) == [
        "01/2020/TT-BA|Thông tư|pd,txt*3:2020-03-05||||pd:2024-01-01 hết hiệu lực 05/2023/TT-BA||",
        "02/2020/TT-BA|Thông tư|cb:2020-03-06 | txt*1:2020-06-03||||||",
        "05/2020/NĐ-CP|Nghị định|pd:2020-03-08|Chính phủ|||||",
    ]
    assert set(report.refused) == {"nguồn “la” không có trong bảng nguồn", "chỉ có nguồn tin cậy thấp"}
    assert report.dropped == {
        "ngày có hiệu lực trước ngày ban hành": 1,
        "ngày hết hiệu lực không theo Bộ pháp điển": 1,
        "chấm dứt bởi văn bản có hiệu lực thấp hơn, hoặc trước ngày ban hành": 1,
    }


def test_relations_word_an_end_and_tell_parts(tmp_path: Path) -> None:
    held = tables(
        [
            "01/2010/TT-BA|Thông tư|pd:2010-03-05||||pd:2014-01-01 hết hiệu lực 05/2013/TT-BA||",
            "02/2010/TT-BA|Thông tư|pd:2010-03-05||||||",
        ]
    )
    text = (
        "number\tkind\tby\tdate\tsource\n01/2010/TT-BA\tthay thế\t05/2013/TT-BA\t2014-01-01\tpd\n"
        "02/2010/TT-BA\tmột phần: bãi bỏ\t05/2013/TT-BA\t2014-01-01\tpd-note\n"
        "02/2010/TT-BA\tbãi bỏ\t05/2013/TT-BA\t2014-01-01\tpd\n09/2010/TT-BA\tbãi bỏ\t05/2013/TT-BA\t2014-01-01\tpd\n"
    )
    for _ in range(2):
        report = added(tmp_path, "a.tsv", text, held, "")
        assert rows(held) == [
            "01/2010/TT-BA|Thông tư|pd:2010-03-05||||pd:2014-01-01 thay thế 05/2013/TT-BA||",
            "02/2010/TT-BA|Thông tư|pd:2010-03-05|||||pd:2014-01-01 bãi bỏ 05/2013/TT-BA|",
        ]
        assert sorted(report.refused) == ["không có trong sổ", "nói hết hiệu lực mà bảng văn bản không ghi nhận"]


def test_bare_numbers(tmp_path: Path) -> None:
    held = tables(["01/2010/TT-BA|Thông tư|pd:2010-03-05||||||"])
    text = "number\ttype\tyear\tclass\n01/2010/TT-BA\t\t\t\n02/2010/TT-BA\t\t\t\nx\t\t\t\n"
    for new, same in ((1, 0), (0, 1)):
        report = added(tmp_path, "a.tsv", text, held, "")
        assert (held.known, report.added, report.same) == ({"02/2010/TT-BA"}, new, same)


def test_json_lines_and_a_book_of_an_office(tmp_path: Path) -> None:
    held = tables()
    row = {"number": "01/2020/TT-BA", "type": "Thông tư", "issued": "2020-03-05", "item_id": 12, "effective": None}
    added(tmp_path, "a.jsonl", json.dumps(row) + "\n\n", held)
    assert rows(held) == ["01/2020/TT-BA|Thông tư|pd:2020-03-05||||||vbpl:12"]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["SỞ A"])
    sheet.append(["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"])
    sheet.append(["45/SA-VP", date(2026, 3, 6), "V/v báo cáo"])
    book.save(tmp_path / "so.xlsx")
    issuers = Issuers(load_corpus(tmp_path / "corpus"))
    add_rows(held, issuers, read_table(tmp_path / "so.xlsx").rows, "rieng")
    assert rows(held)[1] == "45/SA-VP|Công văn|rieng:2026-03-06||rieng:V/v báo cáo||||"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # As Excel writes cells that hold signs of its own.
        ('number\tissued\ttitle\n"01/2020/TT-BA"\t05/3/2020\t"Việc ""a""\nvà b"\n', 'Việc "a" và b'),
        # As the register has them: a quotation mark is a letter.
        ('number\tissued\ttitle\n01/2020/TT-BA\t05/3/2020\t"Việc" a\n', '"Việc" a'),
        ('number\tissued\ttitle\n01/2020/TT-BA\t05/3/2020\t"Việc a\n', '"Việc a'),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tabs_with_quotation_marks(tmp_path: Path, text: str, title: str, encoding: str) -> None:
    path = tmp_path / "a.tsv"
    path.write_bytes(text.encode(encoding))
    [row] = read_table(path).rows
    assert (row["number"], " ".join(str(row["title"]).split())) == ("01/2020/TT-BA", title)


def test_marks_that_a_table_lost(tmp_path: Path) -> None:
    held = tables()
    text = "number,type,issued\n30/2020/ND-CP,Nghi dinh,05/3/2020\n31/2020/ND-CP,,05/3/2020\n"
    report = added(tmp_path, "a.csv", text, held)
    assert [row[:21] for row in rows(held)] == ["30/2020/NĐ-CP|Nghị đị"]
    assert dict(report.refused) == {"ký hiệu mất dấu mà không rõ thể loại": ["31/2020/ND-CP"]}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.doc", b"", "chỉ nhận"),
        ("a.csv", "số".encode("utf-16-le"), "không phải UTF-8"),
        ("a.csv", "ngày".encode("utf-16")[:-1], "không phải UTF-8"),
        ("a.jsonl", b'{"number": "1/TT-BA"}\n\n{', "dòng 3 không phải JSON"),
        ("a.csv", b"", "không có dòng nào"),
        ("a.csv", "Số hiệu,Ngày ban hành\n".encode(), "không có dòng nào"),
        ("a.csv", "Tên,Giá\nA,1\n".encode(), "không có cột số hiệu"),
        ("a.csv", f"{PUBLIC}{'x' * 200_000},,,,,,\n".encode(), "có ô quá dài, thường do thiếu dấu nháy kép đóng"),
        ("a.xlsx", b"PK", "không phải tệp Excel"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_line(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TableUnreadable, match=said):
        read_table(tmp_path / name)


def test_files_are_written_once_and_read_back(tmp_path: Path) -> None:
    held = tables(
        ["02/2020/TT-BA|Thông tư|pd:2020-03-05||||||", "01/2020/TT-BA|Thông tư|pd:2020-03-06||||||"], ["3/TT-BA"]
    )
    assert [path.name for path in write_tables(tmp_path, held)] == ["2020.tsv", "known-numbers.tsv", "sources.tsv"]
    assert write_tables(tmp_path, held) == []
    read = read_tables(tmp_path)
    assert [entry.number for entry in read.entries] == ["01/2020/TT-BA", "02/2020/TT-BA"]
    assert (read.known, read.sources) == (held.known, held.sources)


def series(days: dict[int, str], codes: str = "pd") -> list[str]:
    return [f"{number:02}/2024/NĐ-CP|Nghị định|{codes}:{day}||||||" for number, day in days.items()]


def test_a_number_that_its_neighbours_contradict_is_a_slip_of_a_citing_text(tmp_path: Path) -> None:
    around = {2: "2024-01-05", 4: "2024-01-10", 5: "2024-01-12", 7: "2024-01-25", 8: "2024-01-26", 9: "2024-02-01"}
    slips, right = {6: "2024-07-30"}, {3: "2024-01-08"}
    held = tables([*series(around), *series(slips | right, "txt*2")])
    report = added(tmp_path, "a.csv", f"{PUBLIC}20/2024/TT-BA,Thông tư,Bộ A,05/03/2024,,,a\n", held)
    assert report.refused == {"chỉ văn bản viện dẫn ghi, ngày không hợp với thứ tự của số": ["06/2024/NĐ-CP"]}
    assert "06/2024/NĐ-CP" in held.known
    assert [entry.number for entry in held.entries if "txt" in str(entry.issued)] == ["03/2024/NĐ-CP"]


def test_a_title_that_a_page_glued_to_others_still_tells_whose_day_a_slip_took(tmp_path: Path) -> None:
    later = {27: "2024-04-20", 28: "2024-04-26", 29: "2024-04-28"}
    around = {11: "2024-03-05", 12: "2024-03-10", 13: "2024-03-12", **later}
    meant = "01/2024/NĐ-CP|Nghị định|txt*71:2024-01-05||txt*1:Quy định về tàu bay||||"
    slip = "21/2024/NĐ-CP|Nghị định|txt*9:2024-01-05||txt*1:Quy định về tàu bay21/2017/NĐ-CPLuật 61/2014/QH13||||"
    held = tables([*series(around), meant, slip])
    report = added(tmp_path, "a.csv", f"{PUBLIC}20/2024/TT-BA,Thông tư,Bộ A,05/03/2024,,,a\n", held)
    assert list(report.refused.values()) == [["21/2024/NĐ-CP"]]


@pytest.mark.parametrize("codes", ["cb", "pd,txt*2"])
def test_what_an_official_source_gives_stands_against_its_neighbours(tmp_path: Path, codes: str) -> None:
    around = {4: "2024-01-10", 7: "2024-01-25", 8: "2024-01-26", 9: "2024-02-01"}
    held = tables([*series(around), *series({6: "2024-07-30"}, codes)])
    report = added(tmp_path, "a.csv", f"{PUBLIC}20/2024/TT-BA,Thông tư,Bộ A,05/03/2024,,,a\n", held)
    assert not report.refused


def test_too_few_neighbours_tell_nothing(tmp_path: Path) -> None:
    held = tables([*series({7: "2024-01-25", 8: "2024-01-26"}), *series({6: "2024-07-30"}, "txt*1")])
    report = added(tmp_path, "a.csv", f"{PUBLIC}20/2024/TT-BA,Thông tư,Bộ A,05/03/2024,,,a\n", held)
    assert not report.refused


def test_titles_of_citing_texts_are_cut_where_the_text_goes_on(tmp_path: Path) -> None:
    tail = "hết hiệu lực kể từ ngày Thông tư này có hiệu lực"
    held = tables(
        [f"01/2020/TT-BA|Thông tư|txt*2:2020-01-02||txt*1:Về quản lý kho {tail} ¦ pd:Về quản lý kho {tail}||||"]
    )
    added(tmp_path, "a.csv", f"{PUBLIC}20/2024/TT-BA,Thông tư,Bộ A,05/03/2024,,,a\n", held)
    [entry] = [entry for entry in held.entries if entry.number == "01/2020/TT-BA"]
    assert str(entry.title) == f"txt*1:Về quản lý kho | pd:Về quản lý kho {tail}"
