"""What kb did not write stays as it is, whatever its name; a build that would take it is one line before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer.build.build import build_records
from indexer.engines.adapters.opensearch.connection import connect
from indexer.engines.adapters.opensearch.ownership import delete
from indexer.manifest import current
from indexer.records.record import IndexRecord
from indexer.search import Searcher
from kb.errors import IndexUnusable

ALIAS = "kb-test-ownership"
FOREIGN = ("kb-test-luong-1", "kb-test-luong-2")
RECORDS = [IndexRecord(str(n), "document", "Luật", "", f"Luật An ninh {n}", "trật tự") for n in range(5)]


@pytest.fixture
def client(url: str) -> Iterator[Any]:
    """A client of a cluster without these indices, before and after."""
    client = connect(url)

    def clear() -> None:
        for index in client.indices.get(index=f"{ALIAS}*,kb-test-luong-*"):
            client.indices.delete(index=index)

    clear()
    yield client
    clear()


def build(folder: Path, url: str, **more: str) -> Searcher:
    build_records(RECORDS, folder, {}, engine="opensearch", engine_settings={"url": url, "alias": ALIAS, **more})
    return Searcher(folder)


def state(client: Any) -> dict[str, Any]:
    """Index -> its aliases."""
    return {name: told["aliases"] for name, told in client.indices.get(index="kb-test-*").items()}


@pytest.mark.parametrize("meta", [{}, {"version": "12.3"}, {"writer": "khac", "count": 3}])
@pytest.mark.parametrize("end", ["", ".building", ".before"])
def test_what_kb_did_not_write_stays(client: Any, url: str, tmp_path: Path, end: str, meta: dict[str, Any]) -> None:
    for index in FOREIGN:
        client.indices.create(index=index, body={"aliases": {ALIAS + end: {}}, "mappings": {"_meta": meta}})
    before = state(client)
    with pytest.raises(IndexUnusable, match=f"tên “{ALIAS}{end}” đang thuộc chỉ mục “kb-test-luong-.”"):
        build(tmp_path, url)
    assert state(client) == before


@pytest.mark.parametrize("end", ["", ".building", ".before"])
def test_a_name_that_is_an_index(client: Any, url: str, tmp_path: Path, end: str) -> None:
    client.indices.create(index=ALIAS + end)
    before = state(client)
    with pytest.raises(IndexUnusable, match=f"đã có một chỉ mục tên “{ALIAS}{end}”"):
        build(tmp_path, url)
    assert state(client) == before


@pytest.mark.parametrize("end", ["", ".before"])
def test_names_are_asked_again_at_the_switch(
    client: Any, url: str, tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others take one while the index is written; what is written is gone on with when they have left."""
    from indexer.engines.adapters.opensearch import writing

    def taken(*_: object) -> None:
        client.indices.create(index=FOREIGN[0], body={"aliases": {ALIAS + end: {}}})

    with monkeypatch.context() as patch:
        patch.setattr(writing, "merge_segments", taken)
        with pytest.raises(IndexUnusable, match="không do kb ghi"):
            build(tmp_path, url)
    assert state(client)[FOREIGN[0]] == {ALIAS + end: {}}
    client.indices.delete(index=FOREIGN[0])
    assert build(tmp_path, url).index.count == len(RECORDS)


def test_a_reader_is_told_of_what_kb_did_not_write(client: Any, url: str, tmp_path: Path) -> None:
    build(tmp_path, url)
    (index,) = client.indices.get(index=ALIAS)
    client.indices.create(index=FOREIGN[0])
    change = {"actions": [{"remove": {"index": index, "alias": ALIAS}}, {"add": {"index": FOREIGN[0], "alias": ALIAS}}]}
    client.indices.update_aliases(body=change)
    with pytest.raises(IndexUnusable, match="không do kb ghi"):
        Searcher(tmp_path)


def test_an_index_of_an_earlier_layout_is_of_kb(client: Any, url: str, tmp_path: Path) -> None:
    meta = {"version": "11.2", "count": 3, "shards": 1, "replicas": 0}
    client.indices.create(index=FOREIGN[0], body={"aliases": {f"{ALIAS}.building": {}}, "mappings": {"_meta": meta}})
    assert build(tmp_path, url).index.count == len(RECORDS)
    assert FOREIGN[0] not in state(client), "an unfinished index of an earlier layout goes"


def test_nothing_of_others_is_deleted(client: Any) -> None:
    client.indices.create(index=FOREIGN[0])
    with pytest.raises(IndexUnusable, match="không do kb ghi, không xóa"):
        delete(client, FOREIGN[0])
    assert client.indices.exists(index=FOREIGN[0])


@pytest.mark.parametrize("end", [".building", ".before"])
def test_names_that_are_kept_for_other_indices(url: str, tmp_path: Path, end: str) -> None:
    with pytest.raises(IndexUnusable, match=f"tên “kho{end}” để dành"):
        build_records(RECORDS, tmp_path, {}, engine="opensearch", engine_settings={"url": url, "alias": f"kho{end}"})
    assert current(tmp_path) is None
