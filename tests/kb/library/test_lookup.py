"""A library that cannot be read, and what is typed for a document of one that can."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import LibraryUnreadable
from kb.library.compiled import compile_library
from kb.library.describing import articles_in_order, document_articles
from kb.library.lookup import Library
from kb.library.place import SORTED
from kb.library.store import LibraryStore
from kb.number.document_number import DocumentNumber
from tests.kb.library.test_importing import imported
from tests.support.code_pages import page, write_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page()}))
    compile_library(store)
    return store.folder


@pytest.mark.parametrize(
    ("sorted_file", "why"),
    [(b"", "không đọc được; chạy lại: kb library import"), (b" 1-0-0-0\n", "nhập dở; chạy lại: kb library import")],
)
def test_an_import_that_did_not_end_is_refused(folder: Path, sorted_file: bytes, why: str) -> None:
    (folder / SORTED).write_bytes(sorted_file)
    with pytest.raises(LibraryUnreadable, match=why):
        Library(folder)


def test_a_broken_article_is_refused(folder: Path) -> None:
    library = Library(folder)
    [pointer] = library.pointers("99.1.LQ.1")
    file = folder / "subjects" / "99.1.jsonl"
    file.write_bytes(b"x" * file.stat().st_size)
    with pytest.raises(LibraryUnreadable, match=r"thư viện hỏng ở 99\.1\.jsonl; chạy lại: kb library import"):
        library.article(pointer)


def test_a_broken_subject_is_imported_again(tmp_path: Path, folder: Path) -> None:
    store = LibraryStore(folder)
    (folder / "subjects" / "99.1.jsonl").write_bytes(b"{\n")
    assert store.subjects() == {}
    assert imported(store, tmp_path / "goi").added == 1


def test_articles_without_a_day_are_of_the_only_document_of_their_number(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    note = "(Điều 9 Luật số 01/2021/QH15, có hiệu lực thi hành kể từ ngày 01/01/2022)"
    row = "<p class='pDieu'><a name='9'></a>Điều 99.2.LQ.9. Quỹ</p>" + f"<p class='pGhiChu'>{note}</p>"
    other = f"<h3>Đề mục 99.2<br/>Khác</h3><div class='_content'>{row}</div>"
    imported(store, write_folder(tmp_path, {"a1": page(), "a2": other}))
    compile_library(store)
    held = document_articles(Library(store.folder), DocumentNumber.parse("01/2021/QH15"), "2021-06-20")
    assert held is not None
    assert [article for article, _ in articles_in_order(held)] == ["1", "2", "3", "9"]


def test_the_documents_of_an_ordinal_and_the_names_of_laws(folder: Path) -> None:
    library = Library(folder)
    assert [held.number for held in library.of_ordinal("01", "2021")] == ["01/2021/QH15"]
    assert (library.of_ordinal("1", "2020"), library.of_ordinal("2", "2021")) == ([], [])
    assert library.law_titles() == ["Thử nghiệm ở cơ sở"]
