"""Three nodes, of which one dies: readers get the same answers or one clear line, and a build loses nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from indexer.build.build import build_records
from indexer.engines.adapters.opensearch.connection import connect
from indexer.records.corpus import records_of
from indexer.records.record import IndexRecord
from indexer.search import Searcher
from kb.corpus.load import load_corpus
from kb.errors import IndexUnusable
from tests.cluster.nodes import ClusterNode, LocalCluster
from tests.indexer.test_queries import QUERIES
from tests.support.paths import ROOT

NODES = 3
READERS = 16
ASKED = [query["q"] for query in QUERIES[:40]]
SECONDS = 4.0
"""Of reading before a node dies, and after; longer where the machine is slow (`until`)."""
MOST_SECONDS = 300.0
"""Until every reader is answered, and until every copy is there: nobody waits for so long but for what never comes."""


class Readings(NamedTuple):
    """What a reader met: (when it asked and was answered, seconds since the start; whether the answer was there)."""

    answers: list[tuple[float, float, bool]]
    wrong: list[str]
    lines: list[str]


def until(told: Callable[[], bool]) -> None:
    """Wait until something holds; it fails when that takes far too long."""
    end = time.monotonic() + MOST_SECONDS
    while not told():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.2)


@pytest.fixture(scope="module")
def folders(local: LocalCluster, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real corpus embedded, and in three shards with a copy of each."""
    records = list(records_of(load_corpus(ROOT / "corpus"), date(2026, 11, 24)))
    found = {name: tmp_path_factory.mktemp(name) for name in ("whoosh", "opensearch")}
    build_records(records, found["whoosh"], {})
    settings = {"url": local.url, "alias": "kb-test-nodes", "shards": "3", "replicas": "1"}
    build_records(records, found["opensearch"], {}, engine="opensearch", engine_settings=settings)
    client = connect(local.url)
    until(lambda: client.cluster.health(index="kb-test-nodes")["status"] == "green")
    return found


def read(folder: Path, expected: dict[str, Any], ending: threading.Event, start: float, met: Readings) -> None:
    """Ask again and again, each time as a new program would."""
    for query, answer in cycle(expected.items()):
        if ending.is_set():
            return
        asked = time.monotonic() - start
        try:
            found = Searcher(folder).answer(query)
        except IndexUnusable as error:
            met.lines.append(str(error))
            met.answers.append((asked, time.monotonic() - start, False))
        else:
            if found != answer:
                met.wrong.append(query)
            met.answers.append((asked, time.monotonic() - start, True))


def all_answered(met: list[Readings], since: float) -> bool:
    """Whether each reader has an answer to what it asked after so many seconds since the start."""
    return all(any(there and asked > since for asked, _, there in [*one.answers]) for one in met)


def test_a_node_that_dies_gives_no_wrong_answer(local: LocalCluster, folders: dict[str, Path]) -> None:
    embedded = Searcher(folders["whoosh"])
    expected = {query: embedded.answer(query) for query in ASKED}
    ending, start = threading.Event(), time.monotonic()
    met = [Readings([], [], []) for _ in range(READERS)]
    given = (folders["opensearch"], expected, ending, start)
    threads = [threading.Thread(target=read, args=(*given, one)) for one in met]
    for thread in threads:
        thread.start()
    try:
        time.sleep(SECONDS)
        until(lambda: all_answered(met, 0.0))
        killed = time.monotonic() - start
        local.nodes[1].kill()
        time.sleep(SECONDS)
        until(lambda: all_answered(met, killed))
    finally:
        ending.set()
        for thread in threads:
            thread.join()
    assert [query for one in met for query in one.wrong] == []
    assert all("cụm OpenSearch ở http" in line and "\n" not in line for one in met for line in one.lines)
    print(_figures(met, killed))


def _figures(met: list[Readings], killed: float) -> str:
    """What docs/cluster.md says of the death of a node."""
    answers = [answer for one in met for answer in one.answers]
    failed = [when - killed for _, when, there in answers if not there]
    span = f", {min(failed):.1f} to {max(failed):.1f} s after the death" if failed else ""
    good = [when - killed for _, when, there in answers if there]
    first = min(when for when in good if when > 0)
    counted = f"{sum(when <= 0 for when in good)} answers before, {sum(when > 0 for when in good)} after"
    return f"{counted}, the first {first:.1f} s after; {len(failed)} refusals{span}"


def test_records_without_a_copy_are_no_partial_answer(local: LocalCluster, tmp_path: Path) -> None:
    """A third of the index is gone with its node: it is told, and no list without it is shown; a build goes through."""
    local.revive()
    records = [IndexRecord(str(n), "document", "Luật", "", f"Luật {n}", "trật tự") for n in range(300)]
    settings = {"url": local.url, "alias": "kb-test-thin", "shards": "3", "replicas": "0"}
    build_records(records, tmp_path / "index", {}, engine="opensearch", engine_settings=settings)
    searcher = Searcher(tmp_path / "index")
    assert searcher.answer("trật tự").total == 300
    holder_of_a_shard(local, "kb-test-thin").kill()
    with pytest.raises(IndexUnusable) as refused:
        Searcher(tmp_path / "index").answer("trật tự")
    assert "chỉ trả lời được một phần" in str(refused.value)
    build_records(records, tmp_path / "index", {}, engine="opensearch", engine_settings=settings)
    assert Searcher(tmp_path / "index").answer("trật tự").total == 300, "a build needs nothing of what was lost"


def holder_of_a_shard(local: LocalCluster, alias: str) -> ClusterNode:
    """A node that holds a part of an index and does not lead the cluster, which would choose another leader first."""
    client = connect(local.url)
    (leader,) = client.cat.cluster_manager(params={"format": "json"})
    shards = client.cat.shards(index=alias, params={"format": "json"})
    names = {shard["node"] for shard in shards} - {leader["node"]}
    return local.nodes[int(min(names)[1:])]


def test_a_node_that_dies_while_indexing_loses_nothing(local: LocalCluster, tmp_path: Path) -> None:
    """The build goes on with the copies; where it cannot, the next run goes on with it once the node is back."""
    local.revive()
    records = [IndexRecord(str(n), "document", "Luật", "", f"Luật {n}", "trật tự " * 30) for n in range(3000)]
    settings = {"url": local.url, "alias": "kb-test-loss", "shards": "3", "replicas": "1"}
    killer = threading.Thread(target=local.nodes[2].kill)

    def progress(*_: object) -> None:
        if not killer.ident:
            killer.start()

    index = {"engine": "opensearch", "engine_settings": settings}
    try:
        build_records(records, tmp_path / "index", {}, progress=progress, **index)  # type: ignore[arg-type]
    except IndexUnusable:
        local.revive()
        build_records(records, tmp_path / "index", {}, **index)  # type: ignore[arg-type]
    killer.join()
    found = Searcher(tmp_path / "index").index
    assert [record["id"] for record in found.stored(range(3000))] == [record.id for record in records]
    assert found.look_up(["b:trật_tự"])["b:trật_tự"].numbers() == set(range(3000))
