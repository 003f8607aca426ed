"""The engine that a manifest names is opened; a name that no engine has is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from indexer.build.build import build_records
from indexer.engines import opening
from indexer.engines.opening import engine_in_use, engine_named
from indexer.manifest import MANIFEST, read_table, usable, write_table
from indexer.search import search
from kb.errors import IndexUnusable


@pytest.mark.parametrize("name", ["khac", "", "../whoosh", "whoosh.reading", "os"])
def test_an_engine_that_there_is_not(tmp_path: Path, name: str) -> None:
    build_records([], tmp_path, {})
    manifest = usable(tmp_path) / MANIFEST
    write_table(manifest, {**read_table(manifest), "engine": name})
    with pytest.raises(IndexUnusable) as refused:
        search(tmp_path, "an ninh")
    assert str(refused.value) == f"không có bộ máy tìm kiếm “{name}” mà chỉ mục cần; chạy: kb index"


def test_nothing_is_written_for_an_engine_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable):
        build_records([], tmp_path / "index", {}, engine="khac")
    assert not (tmp_path / "index").exists()


def test_a_fault_inside_an_engine_is_no_missing_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hong.py").write_text("import khong_co_thu_vien_nay\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path.parent)
    monkeypatch.setattr(opening, "PACKAGES", [tmp_path.name])
    with pytest.raises(ModuleNotFoundError, match="khong_co_thu_vien_nay"):
        engine_named("hong")


def test_a_library_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("indexer.engines.adapters.opensearch.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "opensearchpy", None)
    with pytest.raises(IndexUnusable, match="pip install 'opensearch-py>="):
        engine_named("opensearch").open_index(tmp_path)


def test_an_index_goes_on_in_the_engine_that_keeps_it(tmp_path: Path) -> None:
    assert engine_in_use(tmp_path) == ("whoosh", {})
    build_records([], tmp_path, {}, engine="memory", engine_settings={"where": "đây"})
    assert engine_in_use(tmp_path) == ("memory", {"where": "đây"})
