"""Three nodes, of which one dies: readers get the same answers or one clear line, and a build loses nothing."""

from __future__ import annotations

import threading
import time
from datetime import date
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
from tests.cluster.nodes import LocalCluster
from tests.indexer.test_queries import QUERIES
from tests.support.paths import ROOT

NODES = 3
READERS = 16
ASKED = [query["q"] for query in QUERIES[:40]]
SECONDS = 10.0
"""Of reading before a node dies, and after."""


class Readings(NamedTuple):
    """What a reader met: (seconds since the start, whether the answer was there)."""

    answers: list[tuple[float, bool]]
    wrong: list[str]
    lines: list[str]


@pytest.fixture(scope="module")
def folders(local: LocalCluster, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real corpus embedded, and in three shards with a copy of each."""
    records = list(records_of(load_corpus(ROOT / "corpus"), date(2026, 11, 24)))
    found = {name: tmp_path_factory.mktemp(name) for name in ("whoosh", "opensearch")}
    build_records(records, found["whoosh"], {})
    settings = {"url": local.url, "alias": "kb-test-nodes", "shards": "3", "replicas": "1"}
    build_records(records, found["opensearch"], {}, engine="opensearch", engine_settings=settings)
    connect(local.url, 120).cluster.health(index="kb-test-nodes", wait_for_status="green")
    return found


def read(folder: Path, expected: dict[str, Any], ending: threading.Event, start: float) -> Readings:
    """Ask again and again, each time as a new program would."""
    met = Readings([], [], [])
    while not ending.is_set():
        for query, answer in expected.items():
            try:
                found = Searcher(folder).answer(query)
            except IndexUnusable as error:
                met.lines.append(str(error))
                met.answers.append((time.monotonic() - start, False))
            else:
                if found != answer:
                    met.wrong.append(query)
                met.answers.append((time.monotonic() - start, True))
            if ending.is_set():
                break
    return met


def test_a_node_that_dies_gives_no_wrong_answer(local: LocalCluster, folders: dict[str, Path]) -> None:
    embedded = Searcher(folders["whoosh"])
    expected = {query: embedded.answer(query) for query in ASKED}
    ending, start, met = threading.Event(), time.monotonic(), list[Readings]()

    def reader() -> None:
        met.append(read(folders["opensearch"], expected, ending, start))

    threads = [threading.Thread(target=reader) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    time.sleep(SECONDS)
    killed = time.monotonic() - start
    local.nodes[1].kill()
    time.sleep(SECONDS)
    ending.set()
    for thread in threads:
        thread.join()
    assert [query for one in met for query in one.wrong] == []
    assert all("cụm OpenSearch ở http" in line and "\n" not in line for one in met for line in one.lines)
    answered = [[when for when, there in one.answers if there] for one in met]
    assert all(max(times) > killed + SECONDS / 2 for times in answered), "each reader is answered again"
    print(_figures(met, killed))


def _figures(met: list[Readings], killed: float) -> str:
    """What docs/cluster.md says of the death of a node."""
    answers = [answer for one in met for answer in one.answers]
    failed = [when - killed for when, there in answers if not there]
    span = f", {min(failed):.1f} to {max(failed):.1f} s after the death" if failed else ""
    good = [when - killed for when, there in answers if there]
    first = min(when for when in good if when > 0)
    counted = f"{sum(when <= 0 for when in good)} answers before, {sum(when > 0 for when in good)} after"
    return f"{counted}, the first {first:.1f} s after; {len(failed)} refusals{span}"


def test_records_without_a_copy_are_no_partial_answer(local: LocalCluster, tmp_path: Path) -> None:
    """A third of the index is gone with its node: it is told, and no list without those records is shown."""
    local.revive()
    records = [IndexRecord(str(n), "document", "Luật", "", f"Luật {n}", "trật tự") for n in range(300)]
    settings = {"url": local.url, "alias": "kb-test-thin", "shards": "3", "replicas": "0"}
    build_records(records, tmp_path / "index", {}, engine="opensearch", engine_settings=settings)
    searcher = Searcher(tmp_path / "index")
    assert searcher.answer("trật tự").total == 300
    local.nodes[1].kill()
    with pytest.raises(IndexUnusable) as refused:
        Searcher(tmp_path / "index").answer("trật tự")
    assert "chỉ trả lời được một phần" in str(refused.value)


def test_a_node_that_dies_while_indexing_loses_nothing(local: LocalCluster, tmp_path: Path) -> None:
    """The build goes on with the copies; where it cannot, the next run goes on with it once the node is back."""
    local.revive()
    records = [IndexRecord(str(n), "document", "Luật", "", f"Luật {n}", "trật tự " * 30) for n in range(3000)]
    settings = {"url": local.url, "alias": "kb-test-loss", "shards": "3", "replicas": "1"}
    killer = threading.Thread(target=local.nodes[2].kill)

    def progress(*_: int) -> None:
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
