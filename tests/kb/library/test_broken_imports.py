"""What an import keeps where pages or the tree are broken, and how it tells of faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.library.importing import MOST_FAULTS, ImportReport
from kb.library.store import LibraryStore
from tests.kb.library.test_importing import CHANGED, imported
from tests.support.code_pages import page, write_folder


def test_of_two_pages_of_one_code_the_first_is_kept(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path / "library")
    folder = write_folder(tmp_path, {"a1": page(), "a2": page(name="Khác")})
    for added in (1, 0):
        report = imported(store, folder)
        assert (report.added, report.faults) == (added, ["a2: trùng mã đề mục 99.1 với trang khác"])
        assert [subject.name for subject in store.subjects().values()] == ["Thử nghiệm ở cơ sở"]


def test_faults_are_counted_and_the_report_stays_short() -> None:
    report = ImportReport(faults=[*["a: điều không có mã"] * 9, *(f"b{i}" for i in range(MOST_FAULTS + 2))])
    lines = list(report.lines())
    assert lines[1] == "  chưa đọc được: a: điều không có mã (9 lần)"
    assert (len(lines), lines[-1]) == (MOST_FAULTS + 2, "  và 3 điều khác chưa đọc được")


@pytest.mark.parametrize("share", [0.97, 0.6, 0.2])
def test_half_a_page_does_not_take_the_place_of_a_whole_one(tmp_path: Path, share: float) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page()}))
    before = list(store.articles())
    html = page(changed=CHANGED)
    report = imported(store, write_folder(tmp_path, {"a1": html[: int(len(html) * share)]}))
    assert (report.faults, report.added) == (["a1: trang bị cắt cụt, hãy tải lại"], 0)
    assert list(store.articles()) == before


@pytest.mark.parametrize(
    "tree", ["", "<html>404</html>", "var jdDeMuc = [{Value: a1", "\0" * 100, "var jdAllTree=[{{{{"]
)
def test_a_broken_tree_removes_nothing(tmp_path: Path, tree: str) -> None:
    store = LibraryStore(tmp_path / "library")
    imported(store, write_folder(tmp_path, {"a1": page(), "a2": page("99.2")}))
    folder = write_folder(tmp_path / "new", {"a1": page()})
    (folder / "jsonData.js").write_text(tree, "utf-8")
    report = imported(store, folder)
    assert report.faults == ["cây pháp điển không nêu đề mục nào: chỉ nhập các trang, không bỏ đề mục đã có"]
    assert (report.removed, sorted(store.subjects())) == (0, ["99.1", "99.2"])
    assert not any(subject.whole for subject in store.subjects().values())
