"""All engines answer alike: the real corpus, indexed by each, gives the same hits, scores and export."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexer.browser.export import export
from indexer.build.build import build_records
from indexer.manifest import GLOSSARY, MANIFEST, read_table, usable
from indexer.records.corpus import records_of
from indexer.search import Searcher
from kb.corpus.load import load_corpus
from tests.indexer.engines.conftest import ENGINES
from tests.indexer.test_queries import QUERIES
from tests.support.paths import ROOT


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real corpus, indexed by each engine."""
    records = list(records_of(load_corpus(ROOT / "corpus"), date(2026, 11, 24)))
    folders = {engine: tmp_path_factory.mktemp(engine) for engine in ENGINES}
    for engine, folder in folders.items():
        build_records(records, folder, {}, tables={GLOSSARY: {"ANTT": "an ninh, trật tự"}}, engine=engine)
    return folders


@pytest.fixture(scope="module")
def searchers(corpora: dict[str, Path]) -> list[Searcher]:
    return [Searcher(folder) for folder in corpora.values()]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["q"])
@pytest.mark.parametrize("facets", [True, False], ids=["counted", "found"])
def test_all_engines_answer_alike(searchers: list[Searcher], query: dict[str, Any], facets: bool) -> None:
    """The first ten with their scores, snippets and explanations; totals, counts, suggestions.

    Where nothing is counted, an engine may find the best records itself.
    """
    first, *others = (searcher.answer(query["q"], facets=facets, explain=True) for searcher in searchers)
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    "options",
    [
        {"sort": "issued"},
        {"sort": "rank"},
        {"year": "2019..2022"},
        {"issuer": "bca", "kind": "document"},
        {"since": 20210101, "until": 20221231},
        {"page": 2},
        {"limit": 0},
    ],
    ids=str,
)
def test_all_engines_sort_and_filter_alike(searchers: list[Searcher], options: dict[str, Any]) -> None:
    first, *others = (searcher.answer("an ninh trật tự", **options) for searcher in searchers)
    assert first.hits
    assert all(other == first for other in others)


def test_all_engines_export_the_same_bytes(corpora: dict[str, Path], tmp_path: Path) -> None:
    for engine, folder in corpora.items():
        export(folder, tmp_path / engine)
    first, *others = ({path.name: path.read_bytes() for path in (tmp_path / engine).iterdir()} for engine in corpora)
    assert len(first) > 100
    assert all(other == first for other in others)


def test_the_manifest_says_which_engine_answers(corpora: dict[str, Path]) -> None:
    for engine, folder in corpora.items():
        assert read_table(usable(folder) / MANIFEST)["engine"] == engine
        assert engine in type(Searcher(folder).index).__module__.split(".")
