"""What is said of an article to which many others refer."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kb.library.article import ArticleSource
from kb.library.compiled import compile_library
from kb.library.describing import MOST_REFERRING, describe_article, source_lines
from kb.library.json_lines import import_lines
from kb.library.lookup import Library
from kb.library.store import LibraryStore
from tests.kb.library.test_importing import imported
from tests.support.code_pages import anchor, page, write_folder


def test_no_more_than_some_of_what_refers_to_it_is_listed(tmp_path: Path) -> None:
    link = f"<a onclick=\"ViewNoiDungPhapDien('{anchor('99.1', 2)}')\">Điều 99.1.LQ.2</a>"
    others = "".join(
        f"<p class='pDieu'><a name='7{number:03}'></a>Điều 99.1.LQ.{number}. A</p><p class='pChiDan'>{link}</p>"
        for number in range(100, 102 + MOST_REFERRING)
    )
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page(more=others)}))
    compile_library(store)
    library = Library(store.folder)
    lines = list(describe_article(library, library.pointers("99.1.LQ.2")[0]))
    assert f"Được dẫn chiếu từ ({MOST_REFERRING + 3})" in lines
    assert lines[-1] == "  … và 3 điều nữa"
    assert sum(line.startswith("  Điều 99.1.LQ.") for line in lines) == MOST_REFERRING


@pytest.mark.parametrize(
    ("type_name", "title", "shown"),
    [
        ("Luật", "Trẻ em", "Luật Trẻ em"),
        ("Luật", "Luật Thanh niên", "Luật Thanh niên"),
        ("Bộ luật", "Bộ Luật lao động", "Bộ Luật lao động"),
        ("Luật", "Luật sư", "Luật Luật sư"),
        ("Nghị định", "Quy định chi tiết Luật Trẻ em", "Nghị định Quy định chi tiết Luật Trẻ em"),
    ],
)
def test_a_document_is_told_by_its_type_once(type_name: str, title: str, shown: str) -> None:
    source = ArticleSource(type=type_name, number="01/2021/QH15", title=title, issuer="Quốc hội")
    assert list(source_lines(source)) == [f"Văn bản: {shown} của Quốc hội"]


def test_paragraphs_begin_without_white_space(tmp_path: Path) -> None:
    row = {"id": "a", "law": "Luật Thử", "article": "1", "heading": "Phạm vi", "text": "\t1. Một.\n \t2. Hai."}
    file = tmp_path / "dieu.jsonl"
    file.write_text(json.dumps(row) + "\n", "utf-8")
    store = LibraryStore(tmp_path / "library")
    import_lines(store, file, date(2026, 11, 23), lambda *_: None)
    compile_library(store)
    library = Library(store.folder)
    assert list(describe_article(library, library.pointers("a")[0]))[-2:] == ["1. Một.", "2. Hai."]
