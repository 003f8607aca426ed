"""JSON lines of single laws, and of articles of a đề mục without a code of their own."""

from __future__ import annotations

import json
import lzma
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kb.errors import LibraryUnreadable
from kb.library.importing import ImportReport
from kb.library.json_lines import import_lines
from kb.library.store import LibraryStore

LAW = {"id": "l1", "law": "Luật Thử nghiệm ở cơ sở", "article": 1, "heading": "Phạm vi", "text": "Luật này quy định."}
CODED = {"id": "c1", "subject": "Thử nghiệm", "code": "99.1.LQ.1", "heading": "Phạm vi", "text": "a"}
UNCODED = {"id": "c2", "subject": "Thử nghiệm", "heading": "Quỹ", "text": "b"}


def imported(store: LibraryStore, *rows: dict[str, Any]) -> ImportReport:
    file = store.folder.parent / "dieu.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return import_lines(store, file, date(2026, 11, 23), lambda done, total: None)


@pytest.mark.parametrize(
    ("rows", "subjects", "cited"),
    [
        (
            [LAW],
            {"luat-luat-thu-nghiem-o-co-so": ("", "Luật Thử nghiệm ở cơ sở", "tệp dieu.jsonl")},
            ["Điều 1 Luật Thử nghiệm ở cơ sở"],
        ),
        # Of which type a text is may not be told by its name.
        (
            [LAW | {"law": "Hiến pháp"}],
            {"luat-hien-phap": ("", "Hiến pháp", "tệp dieu.jsonl")},
            ["Điều 1 Hiến pháp"],
        ),
        # An article without a code stands with those of its subject; where none has a code, under its name.
        ([CODED, UNCODED], {"99.1": ("99.1", "Thử nghiệm", "Bộ pháp điển")}, ["", ""]),
        ([UNCODED], {"de-muc-thu-nghiem": ("", "Thử nghiệm", "tệp dieu.jsonl")}, [""]),
        # A chapter that is one text is one line, not its letters.
        ([UNCODED | {"chapter": "Chương I"}], {"de-muc-thu-nghiem": ("", "Thử nghiệm", "tệp dieu.jsonl")}, [""]),
    ],
)
def test_under_what_articles_stand(
    tmp_path: Path, rows: list[dict[str, Any]], subjects: dict[str, tuple[str, str, str]], cited: list[str]
) -> None:
    store = LibraryStore(tmp_path / "library")
    assert imported(store, *rows).articles == len(rows)
    held = {key: (subject.code, subject.name, subject.witness) for key, subject in store.subjects().items()}
    assert held == subjects
    assert [article.source.cited for _, article in store.articles()] == cited


def test_subjects_that_did_not_change_are_left_alone(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, LAW, CODED)
    again = imported(store, LAW, CODED | {"text": "khác"})
    assert (again.added, again.same) == (1, 1)


LONG = "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương"


@pytest.mark.parametrize("names", [(LONG, f"{LONG} năm 2025"), ("漢字", "語文"), ("漢字 1", "語文 1"), ("…", "—")])
def test_laws_whose_names_a_key_cannot_hold_stand_apart(tmp_path: Path, names: tuple[str, str]) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, *(LAW | {"id": name, "law": name} for name in names))
    assert {subject.name for subject in store.subjects().values()} == set(names)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("dieu.jsonl.xz", b"xx", "không giải nén được"),
        ("dieu.jsonl.xz", lzma.compress(json.dumps(LAW).encode() * 9)[:-9], "không giải nén được, hoặc hỏng sau dòng"),
        ("dieu.jsonl.xz", lzma.compress(bytes(100_000_000), preset=0), r"quá lớn ở dòng 1 \(64 MB\)"),
        ("dieu.jsonl", json.dumps(LAW).encode("utf-16"), "dòng 1: không phải JSON, hoặc không phải UTF-8"),
        ("dieu.jsonl", b"\n\n[1]", "dòng 3: không phải một đối tượng JSON"),
        ("dieu.jsonl", b'{"law": "A", "id": "1", "text": ""}', "dòng 1: thiếu “heading”"),
        ("dieu.jsonl", b"\n".join([json.dumps(LAW).encode()] * 2), "dòng 2: “id” l1 đã có ở dòng 1"),
    ],
)
def test_why_a_file_is_not_read_is_told(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(LibraryUnreadable, match=why):
        import_lines(LibraryStore(tmp_path / "library"), file, date(2026, 11, 23), lambda done, total: None)


def test_marks_and_ends_of_lines_of_windows_change_nothing(tmp_path: Path) -> None:
    store, file = LibraryStore(tmp_path / "library"), tmp_path / "dieu.jsonl"
    imported(store, LAW)
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(LAW).encode() + b"\r\n")
    assert import_lines(store, file, date(2026, 11, 23), lambda done, total: None).same == 1
