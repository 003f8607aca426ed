"""What may be typed of the register: numbers as texts write them, sources, days; nothing writes a broken line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_register import ROWS, run
from tests.support.corpora import clean_files, write
from tests.support.registers import write_register


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = write(tmp_path, clean_files())
    write_register(tmp_path, ROWS)
    return folder


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("Nghị định số 30/2020/NĐ-BA", 0, "Nghị định số 30/2020/NĐ-BA (sổ đăng ký"),
        ("30/2020/NĐ-BA ngày 05/3/2020", 0, "Nghị định số 30/2020/NĐ-BA (sổ đăng ký"),
        ("30/2020/NĐ-BA ngày 06/3/2020", 0, "(ngày 05/3/2020): cần xem lại"),
        ("77/2020/NĐ-BA ngày 06/3/2020", 1, "sổ đăng ký không có “77/2020/NĐ-BA”"),
        ("30/2020", 0, "số ghi thiếu ký hiệu"),
    ],
)
def test_show_takes_a_number_as_texts_write_it(corpus: Path, typed: str, code: int, said: str) -> None:
    done = run(corpus, "register", "show", typed)
    assert (done.exit_code, said in done.stdout + done.stderr) == (code, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--source", "a,b", "--name", "A"), "mã nguồn “a,b”"),
        (("--source", "a\tb", "--name", "A"), "nguồn không nhận được"),
        (("--source", "a", "--name", "A\u202eB"), "ký tự ẩn"),
        (("--source", "a", "--read", "9999-12-31"), "--read 31/12/9999 là ngày chưa tới"),
    ],
)
def test_a_source_that_the_table_cannot_hold_is_refused(corpus: Path, options: tuple[str, ...], said: str) -> None:
    table = corpus.parent / "a.csv"
    table.write_text("so_ky_hieu,ngay_ban_hanh\n9/2021/NĐ-CP,09/02/2021\n", "utf-8")
    before = (corpus / "register" / "sources.tsv").read_bytes()
    done = run(corpus, "register", "add", str(table), "--group", "danh-sach", *options)
    assert (done.exit_code, said in done.stderr) == (2, True)
    assert (corpus / "register" / "sources.tsv").read_bytes() == before


def test_a_name_of_two_lines_stands_on_one(corpus: Path) -> None:
    table = corpus.parent / "a.csv"
    table.write_text("so_ky_hieu,ngay_ban_hanh\n9/2021/NĐ-CP,09/02/2021\n", "utf-8")
    named = ("--source", "a", "--group", "danh-sach", "--name", "Danh sách\n\tmới")
    assert run(corpus, "register", "add", str(table), *named).exit_code == 0
    assert "\na\tdanh-sach\tDanh sách mới\t" in (corpus / "register" / "sources.tsv").read_text("utf-8")


@pytest.mark.parametrize("options", [("--months", "9999999"), ("--at", "0001-01-01")])
def test_stale_before_all_years(corpus: Path, options: tuple[str, ...]) -> None:
    done = run(corpus, "register", "stale", *options)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "chưa thống nhất ngày ban hành: 0" in done.stdout
