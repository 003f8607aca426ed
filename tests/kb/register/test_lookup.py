"""Looking up in the sorted file: against a plain search of all lines, and anew when a file of the register changes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import CorpusUnreadable
from kb.number.document_number import DocumentNumber
from kb.register.compiled import number_key, open_register
from kb.register.entry import RegisterEntry
from kb.register.folder import read_tables
from kb.register.sorted_lines import lines_beginning, lines_of
from tests.support.paths import ROOT
from tests.support.registers import register, write_register

ROWS = ["30/2020/NĐ-CP|Nghị định|pd:2020-03-05||||||", "61/2020/QH14|Luật|pd:2020-06-17||pd:Luật Đầu tư||||"]


@given(st.lists(st.text("ab|", max_size=4), max_size=20), st.text("ab|", max_size=4))
def test_lines_of_a_key_are_those_of_a_plain_search(keys: list[str], asked: str) -> None:
    lines = sorted(f"{key}\t{place}".encode() for place, key in enumerate(keys))
    found = list(lines_of(b"".join(line + b"\n" for line in lines), asked.encode()))
    assert found == [line.partition(b"\t")[2] for line in lines if line.startswith(asked.encode() + b"\t")]


@given(st.lists(st.text("ab|", max_size=4), max_size=20), st.text("ab|", max_size=3))
def test_lines_of_keys_with_one_beginning_are_those_of_a_plain_search(keys: list[str], begun: str) -> None:
    lines = sorted(f"{key}\t{place}".encode() for place, key in enumerate(keys))
    found = list(lines_beginning(b"".join(line + b"\n" for line in lines), begun.encode()))
    assert found == [line.partition(b"\t")[2] for line in lines if line.startswith(begun.encode())]


def test_an_ordinal_of_a_year() -> None:
    held = register(
        [*ROWS, "30/2020/TT-BA|Thông tư|pd:2020-03-05||||||", "30/2021/NĐ-CP|Nghị định|pd:2021-03-05||||||"]
    )
    assert {entry.number for entry in held.of_ordinal("030", "2020")} == {"30/2020/NĐ-CP", "30/2020/TT-BA"}
    assert held.of_ordinal("3", "2020") == []


def test_numbers_in_any_spelling_and_laws_by_name() -> None:
    held = register(ROWS, ["7/TT-BYT"])
    for typed in ("30/2020/NĐ-CP", "30/2020/nđ-cp", "30/2020/ND-CP"):
        assert [entry.number for entry in held.numbered(DocumentNumber.parse(typed))] == ["30/2020/NĐ-CP"]
    assert held.numbered(DocumentNumber.parse("3/2020/NĐ-CP")) == []
    assert [entry.number for entry in held.named("Luật đầu tư")] == ["61/2020/QH14"]
    assert held.named("Luật Đầu tư công") == []
    assert held.is_known(DocumentNumber.parse("07/TT-BYT"))
    assert not held.is_known(DocumentNumber.parse("30/2020/NĐ-CP"))


def test_marks_tell_numbers_apart_where_both_are_held() -> None:
    held = register(["1/HD-BTC|Hướng dẫn|pd:2020-01-01||||||", "1/HĐ-BTC|Hợp đồng|pd:2020-01-02||||||"])
    assert [entry.type for entry in held.numbered(DocumentNumber.parse("1/HĐ-BTC"))] == ["Hợp đồng"]


def test_the_sorted_file_follows_the_tables(tmp_path: Path) -> None:
    folder, stored = write_register(tmp_path, ROWS), tmp_path / "build" / "register.sorted"
    assert len(open_register(folder, stored).numbered(DocumentNumber.parse("30/2020/NĐ-CP"))) == 1
    content, before = stored.read_bytes(), stored.stat().st_mtime_ns
    assert len(open_register(folder, stored).numbered(DocumentNumber.parse("30/2020/NĐ-CP"))) == 1
    assert (stored.read_bytes(), stored.stat().st_mtime_ns) == (content, before)
    text = (folder / "2020.tsv").read_text("utf-8").replace("pd:2020-03-05", "pd:2020-03-06")
    (folder / "2020.tsv").write_bytes(text.encode())
    os.utime(folder / "2020.tsv", ns=(before, before))
    [entry] = open_register(folder, stored).numbered(DocumentNumber.parse("30/2020/NĐ-CP"))
    assert entry.days == ("2020-03-06",)
    stored.write_bytes(b"")
    assert open_register(folder, stored)


def test_the_key_of_a_number_is_that_of_the_parsed_number() -> None:
    tables = read_tables(ROOT / "corpus" / "register")
    numbers = sorted({entry.number for entry in tables.entries} | tables.known)[::17]
    assert [number_key(number) for number in numbers] == [DocumentNumber.parse(n).folded_key for n in numbers]
    assert number_key("30 / 2020/nđ-cp") == "30|2020|ndcp"


def test_no_register_is_an_empty_one(tmp_path: Path) -> None:
    held = open_register(tmp_path / "register", tmp_path / "x")
    assert not held
    assert held.numbered(DocumentNumber.parse("30/2020/NĐ-CP")) == []
    assert not (tmp_path / "x").exists()


def test_a_broken_line_is_refused_in_one_line(tmp_path: Path) -> None:
    folder = write_register(tmp_path, ROWS)
    (folder / "2021.tsv").write_text("number\nhỏng\n", "utf-8")
    with pytest.raises(CorpusUnreadable, match="kb check"):
        open_register(folder, tmp_path / "x")


@pytest.mark.parametrize(
    "row",
    [
        "30/2020/NĐ-CP|Nghị định|pd:2020-03-32||||||",
        "30/2020/NĐ-CP|Nghị định|||||||",
        "30/2020/NĐ-|Nghị định|pd:2020-03-05||||||",
        "30/2020/NĐ-CP|Nghị định|pd:2020-03-05||||pd:2024-01-01 thay thế||",
        "30/2020/NĐ-CP|Nghị định|pd:2020-03-05||||pd:2024-01-01 thay thế x||",
        "30/2020/NĐ-CP|Nghị định|pd:2020-03-05||||pd:2024-01-01 30/2023/NĐ-CP||",
        "30/2020/NĐ-CP|Nghị định|2020-03-05||||||",
        "30/2020/NĐ-CP|Nghị định|pd:2020-03-05||pd:a\x1b[0m||||",
    ],
)
def test_a_row_with_a_value_that_is_none_cannot_be_read(row: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are those of the check
        RegisterEntry.parse(row.replace("|", "\t"))
