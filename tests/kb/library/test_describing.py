"""What is said of an article to which many others refer."""

from __future__ import annotations

from pathlib import Path

from kb.library.compiled import compile_library
from kb.library.describing import MOST_REFERRING, describe_article
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
