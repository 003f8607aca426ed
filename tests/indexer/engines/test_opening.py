"""The engine that a manifest names is opened; a name that no engine has is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.build.build import build_records
from indexer.engines import opening
from indexer.engines.opening import engine_named
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
