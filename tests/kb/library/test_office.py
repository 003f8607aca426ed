"""Office files into the library: what is left out, and what is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.library.importing import ImportReport
from kb.library.office import import_office, office_files, unread_folders
from kb.library.store import LibraryStore
from tests.cli.test_library import CIRCULAR
from tests.kb.review.test_review import corpus

ANNEX = """
Nơi nhận:

- Lưu: VT.

BỘ TRƯỞNG

Phụ lục I

MẪU ĐƠN

Điều 3. Mẫu
"""


def imported(store: LibraryStore, file: Path) -> ImportReport:
    return import_office(store, corpus(), office_files(file), date(2026, 11, 23), lambda done, total: None)


def test_what_is_attached_is_no_article_of_the_document(tmp_path: Path) -> None:
    file, store = tmp_path / "tt.txt", LibraryStore(tmp_path / "library")
    file.write_text(CIRCULAR + ANNEX, "utf-8")
    assert imported(store, file).faults == []
    assert [(article.source.article, article.heading) for _, article in store.articles()] == [
        ("1", "Phạm vi"),
        ("2", "Hiệu lực thi hành"),
    ]
    assert "Mẫu" not in "".join(article.text for _, article in store.articles())


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("tt.docx", b"PK broken", "“tt.docx” bị hỏng hoặc không phải tệp Word (.docx)"),
        ("tt.txt", b"M\xe1\xba\xb7t", "“tt.txt”: không đọc được số, ngày hoặc điều nào"),
        ("tt.txt", CIRCULAR.replace("98/2021/TT-BCA", "").encode(), "“tt.txt”: không đọc được số, ngày hoặc điều nào"),
        ("tt.txt", CIRCULAR.replace("ngày 28", "ngày").encode(), "“tt.txt”: không đọc được số, ngày hoặc điều nào"),
    ],
)
def test_a_file_without_what_the_library_needs_is_told(tmp_path: Path, name: str, content: bytes, fault: str) -> None:
    file, store = tmp_path / name, LibraryStore(tmp_path / "library")
    file.write_bytes(content)
    report = imported(store, file)
    assert [said[: len(fault)] for said in report.faults] == [fault]
    assert (report.added, list(store.articles())) == (0, [])


def test_two_files_of_one_type_number_and_day_are_told(tmp_path: Path) -> None:
    store, folder = LibraryStore(tmp_path / "library"), tmp_path / "van-ban"
    folder.mkdir()
    (folder / "a.txt").write_text(CIRCULAR, "utf-8")
    (folder / "b.txt").write_text(CIRCULAR.replace("Phạm vi", "Khác"), "utf-8")
    report = imported(store, folder)
    assert report.faults == ["“b.txt”: cùng loại, số và ngày với “a.txt”, chỉ giữ tệp ấy"]
    assert [article.heading for _, article in store.articles()] == ["Phạm vi", "Hiệu lực thi hành"]


def test_folders_within_are_told(tmp_path: Path) -> None:
    for name in ("2024", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "a.txt").write_text(CIRCULAR, "utf-8")
    assert unread_folders(tmp_path) == ["thư mục con “2024”: nhập riêng thư mục ấy"]
    assert unread_folders(tmp_path / "a.txt") == []
