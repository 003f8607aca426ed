"""Names that JavaScript objects inherit are words like others: in the address, in queries, as filters, in records."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from indexer.browser.export import export
from indexer.build.build import build
from indexer.search import Searcher
from kb.corpus.load import load_corpus
from kb.errors import QueryRefused
from tests.support.corpora import SOURCES, WITNESSES, clean_files, write
from tests.support.paths import ROOT

TABLE = yaml.safe_load((Path(__file__).parent / "inherited.yaml").read_text("utf-8"))
ASSETS = ROOT / "site" / "docs" / "assets" / "search"
pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")


def term(name: str) -> str:
    id_ = name.strip("_").lower()
    head = f"id: {id_}\nabbreviation: {name}\nexpansion: việc {id_}\n"
    return head + WITNESSES.format(facts="expansion") + SOURCES


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index, and the same as static files, of a corpus whose abbreviations are such names."""
    root = tmp_path_factory.mktemp("inherited")
    terms = {f"terms/{name.strip('_').lower()}.yaml": term(name) for name in TABLE["names"]}
    build(load_corpus(write(root, clean_files() | terms)), root / "index")
    export(root / "index", root / "du-lieu")
    return root


def scripts() -> list[str]:
    """The modules of the engine and the one that reads addresses, in the order in which the site joins them."""
    tree = ast.parse((ROOT / "site" / "hooks" / "search.py").read_text("utf-8"))
    assigned = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    names = ast.literal_eval(assigned["SCRIPTS"])["engine"]
    return [*(str(ASSETS / "engine" / f"{name}.js") for name in names), str(ASSETS / "ui" / "address.js")]


def in_node(place: Path, **asked: Any) -> dict[str, Any]:
    asked = {"addresses": [], "queries": [], "scripts": scripts(), "data": str(place / "du-lieu")} | asked
    command = ["node", str(ROOT / "tests" / "node" / "search.cjs")]
    done = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def with_names(rows: list[str]) -> list[str]:
    return [row.replace("<>", name) for row in rows for name in TABLE["names"]]


def test_addresses(place: Path) -> None:
    asked = with_names(TABLE["addresses"])
    for address, read in zip(asked, in_node(place, addresses=asked)["addresses"], strict=True):
        assert read["sort"] is None, address
        assert "xep=" not in read["written"]
        assert set(read["filters"]) <= {"kind", "type", "year"}
    (known,) = in_node(place, addresses=["?q=a&xep=moi-nhat"])["addresses"]
    assert (known["sort"], known["written"]) == ("issued", "?q=a&xep=moi-nhat")


def test_queries(place: Path) -> None:
    asked = with_names(TABLE["queries"])
    answers = in_node(place, queries=[(query, {"facets": True}) for query in asked])["answers"]
    searcher = Searcher(place / "index")
    for query, answer in zip(asked, answers, strict=True):
        if answer.get("problem"):
            with pytest.raises(QueryRefused) as refused:
                searcher.answer(query)
            assert answer["said"] == str(refused.value)
            continue
        here = searcher.answer(query)
        assert answer["hits"] == [hit.id for hit in here.hits], query
        assert answer["understood"] == here.understood


@pytest.mark.parametrize("name", TABLE["names"])
def test_options(name: str, place: Path) -> None:
    filters = dict.fromkeys(("kind", "type", "issuer", "year", "status", "topic"), name)
    queries = [("việc", {"sort": name}), ("việc", {"filters": filters}), ("việc", {})]
    by_name, filtered, plain = in_node(place, queries=queries)["answers"]
    assert by_name["hits"] == plain["hits"] != []
    assert filtered["hits"] == []
