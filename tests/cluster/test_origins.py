"""A name of the cluster is of one folder and its copies: others are refused, and of two builds at once one is."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from indexer.build import amend, build
from indexer.engines.adapters.opensearch import amending, beginning, writing
from indexer.engines.adapters.opensearch.connection import connect
from indexer.records.record import IndexRecord
from indexer.search import Searcher
from kb.errors import IndexUnusable

ALIAS = "kb-test-origins"
MINE, OTHERS = (
    [IndexRecord(str(n), "document", "Luật", "", f"Luật {word} {n}", "trật tự") for n in range(5)]
    for word in ("An ninh", "Đất đai")
)


@pytest.fixture(autouse=True)
def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is amended."""
    monkeypatch.setattr(amend, "MOST_CHANGED", 0)


@pytest.fixture
def client(url: str) -> Any:
    """A client of a cluster without these indices."""
    client = connect(url)
    for index in client.indices.get(index=f"{ALIAS}*"):
        client.indices.delete(index=index)
    return client


def written(records: list[IndexRecord], folder: Path, url: str, **more: str) -> Searcher:
    settings = {"url": url, "alias": ALIAS, **more}
    build.build_records(records, folder, {}, engine="opensearch", engine_settings=settings)
    return Searcher(folder)


def kept(folder: Path) -> dict[str, str]:
    """The settings that the next build of a folder goes on with."""
    from indexer.engines.opening import engine_in_use

    return engine_in_use(folder)[1]


def names(client: Any) -> set[str]:
    return set(client.indices.get(index=f"{ALIAS}*"))


def test_another_folder_is_refused(client: Any, url: str, tmp_path: Path) -> None:
    mine = written(MINE, tmp_path / "mine", url)
    before = names(client)
    with pytest.raises(IndexUnusable, match="chỉ mục của thư mục khác; dùng --alias khác"):
        written(OTHERS, tmp_path / "others", url)
    assert names(client) == before
    assert next(Searcher(tmp_path / "mine").index.stored([0])) == next(mine.index.stored([0]))


def test_a_copy_and_a_folder_begun_anew_are_the_same(client: Any, url: str, tmp_path: Path) -> None:
    written(MINE, tmp_path / "mine", url)
    shutil.copytree(tmp_path / "mine", tmp_path / "copy")
    assert written(MINE[1:], tmp_path / "copy", **kept(tmp_path / "copy")).index.count == 4
    assert Searcher(tmp_path / "mine").index.count == 4, "one index for both"
    shutil.rmtree(tmp_path / "copy")
    assert written(MINE, tmp_path / "copy", url).index.count == 5
    assert Searcher(tmp_path / "mine").index.count == 5


def test_whoever_asks_for_it_takes_an_index_over(client: Any, url: str, tmp_path: Path) -> None:
    """And says with it that both are one corpus: readers of the first go on."""
    written(MINE, tmp_path / "mine", url)
    assert written(MINE[:3], tmp_path / "anew", url, force="True").index.count == 3
    assert Searcher(tmp_path / "mine").index.count == 3
    assert "force" not in kept(tmp_path / "anew"), "it is asked for each time"


def test_a_reader_is_told_that_the_name_is_anothers(client: Any, url: str, tmp_path: Path) -> None:
    written(MINE, tmp_path / "mine", url)
    for index in names(client):
        client.indices.delete(index=index)
    written(OTHERS, tmp_path / "others", url)
    with pytest.raises(IndexUnusable, match="nay giữ chỉ mục của thư mục khác"):
        Searcher(tmp_path / "mine")


def test_a_build_of_a_copy_is_not_disturbed(client: Any, url: str, tmp_path: Path) -> None:
    """Running or broken off: the other one is told, unless it asks to take over."""
    written(MINE, tmp_path / "mine", url)
    shutil.copytree(tmp_path / "mine", tmp_path / "copy")

    class Broken(Exception):
        """The program ends here."""

    def broken(*_: object) -> None:
        raise Broken

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "merge_segments", broken)
        with pytest.raises(Broken):
            written(OTHERS, tmp_path / "mine", **kept(tmp_path / "mine"))
    before = names(client)
    with pytest.raises(IndexUnusable, match="nơi khác đang dựng chỉ mục này; chạy lại sau"):
        written(OTHERS, tmp_path / "copy", **kept(tmp_path / "copy"))
    assert names(client) == before
    assert written(OTHERS, tmp_path / "copy", **kept(tmp_path / "copy"), force="True").index.count == 5
    assert len(names(client)) == 2, "in use and before"


@pytest.mark.parametrize("step", ["create", "merge"])
def test_the_later_of_two_builds_leaves_nothing(
    client: Any, url: str, tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One builds wholly while the other is about to create its index, or to put it in use."""
    written(MINE, tmp_path / "mine", url)
    shutil.copytree(tmp_path / "mine", tmp_path / "copy")
    ours, theirs = kept(tmp_path / "mine"), kept(tmp_path / "copy")
    module, name = (beginning, "uuid4") if step == "create" else (writing, "merge_segments")
    original = getattr(module, name)

    def meanwhile(*given: object) -> Any:
        monkeypatch.setattr(module, name, original)
        if step == "merge":  # as if both had been created at once
            client.indices.delete_alias(index="*", name=f"{ALIAS}.building")
        written(OTHERS, tmp_path / "copy", **theirs)
        return original(*given)

    monkeypatch.setattr(module, name, meanwhile)
    with pytest.raises(IndexUnusable, match="nơi khác đang dựng chỉ mục này"):
        written(MINE[:4], tmp_path / "mine", **ours)
    assert len(names(client)) == 2, "the other's index in use, and the one before"
    assert next(Searcher(tmp_path / "copy").index.stored([0]))["title"] == OTHERS[0].title


def test_an_index_that_lost_a_part_is_no_hindrance(
    client: Any, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one that was left unfinished; nodes that really lose their data are in `test_nodes`."""
    written(MINE, tmp_path / "mine", url)
    (index,) = client.indices.get(index=ALIAS)
    monkeypatch.setattr(amending, "is_red", lambda *_: True)
    monkeypatch.setattr("indexer.engines.adapters.opensearch.written.read_amendment", None)
    assert written(MINE, tmp_path / "mine", url).index.count == 5
    assert index not in client.indices.get(index=ALIAS)
