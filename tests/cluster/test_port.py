"""What the port asks, and equal answers, of OpenSearch: the suites of `tests/indexer/engines`, unchanged."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.build.build import build_records
from indexer.manifest import GLOSSARY
from indexer.records.corpus import records_of
from kb.corpus.load import load_corpus
from tests.indexer.engines import test_alike, test_conformance
from tests.support.paths import ROOT

pytestmark = pytest.mark.usefixtures("url")
opened, searchers = test_conformance.opened, test_alike.searchers
SHARDS = ("1", "3")


@pytest.fixture
def engine() -> str:
    return "opensearch"


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory, url: str) -> dict[str, Path]:
    """The real corpus in the embedded engine, and in the cluster with one shard and with three."""
    records = list(records_of(load_corpus(ROOT / "corpus"), date(2026, 11, 24)))
    tables = {GLOSSARY: {"ANTT": "an ninh, trật tự"}}
    folders = {name: tmp_path_factory.mktemp(name) for name in ("whoosh", *(f"shards-{n}" for n in SHARDS))}
    build_records(records, folders["whoosh"], {}, tables=tables)
    for shards in SHARDS:
        name = f"shards-{shards}"
        settings = {"url": url, "alias": f"kb-test-{name}", "shards": shards, "replicas": "0"}
        build_records(records, folders[name], {}, tables=tables, engine="opensearch", engine_settings=settings)
    return folders


def test_the_suites_are_those_of_the_port() -> None:
    assert len(SUITES) >= 18


SUITES = {
    name: test
    for module in (test_conformance, test_alike)
    for name, test in vars(module).items()
    if name.startswith("test_") and name != "test_the_manifest_says_which_engine_answers"
}
globals().update(SUITES)
