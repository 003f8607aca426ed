"""What is told of a number beyond the hits: the same by the command line and by the search of the site."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from indexer.beyond import beyond_json, beyond_lines
from indexer.browser.export import export
from indexer.browser.registered import register_shards
from indexer.build.build import build
from indexer.search import search
from kb.corpus.load import load_corpus
from kb.register.compiled import compiled
from kb.register.layers import Layer, LayerRegister
from kb.register.lookup import Register
from tests.indexer.browser.test_inherited_names import in_node
from tests.support.corpora import clean_files, document, write
from tests.support.registers import tables

TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "beyond.yaml").read_text("utf-8"))


def _files() -> dict[str, str]:
    rows = TABLE["documents"].items()
    made = {f"documents/{i}.yaml": document(i, n, day, type_=kind, more=more) for i, (n, kind, day, more) in rows}
    return clean_files() | made


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of a corpus, and its static files with and without a register."""
    root = tmp_path_factory.mktemp("beyond")
    build(load_corpus(write(root, _files())), root / "index")
    lines = compiled(tables(TABLE["register"], TABLE["known"]))
    export(root / "index", root / "registered" / "du-lieu", register_shards(lines, date.today(), lambda _: ""))
    export(root / "index", root / "alone" / "du-lieu")
    return root


def layers() -> list[LayerRegister]:
    return [LayerRegister(Layer.REGISTER, Register(compiled(tables(TABLE["register"], TABLE["known"]))))]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["typed"])
def test_lines_of_the_command_line(place: Path, case: dict[str, Any]) -> None:
    options = case.get("options", {})
    hits = search(place / "index", case["typed"], **options).hits
    assert beyond_lines(layers(), case["typed"], place / "index", any_hit=bool(hits)) == case["told"]


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.parametrize("where", ["registered", "alone"])
def test_the_site_says_the_same(place: Path, where: str) -> None:
    cases = [case for case in TABLE["cases"] if "options" not in case and "site" not in case]
    answers = in_node(place / where, queries=[[case["typed"], {}] for case in cases])["answers"]
    registers = layers() if where == "registered" else []
    for case, answer in zip(cases, answers, strict=True):
        here = beyond_lines(registers, case["typed"], place / "index", any_hit=bool(answer["hits"]))
        assert ["".join(row) for row in answer["beyond"]] == here, case["typed"]


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
def test_only_a_number_of_its_own_opens_a_document(place: Path) -> None:
    queries = [[typed, {}] for typed in TABLE["first_hit"]]
    answers = in_node(place / "registered", queries=queries)["answers"]
    said = {typed: answer["numbered"] for (typed, _), answer in zip(queries, answers, strict=True)}
    assert said == TABLE["first_hit"]


def test_the_json_tells_what_is_held_nowhere(place: Path) -> None:
    asked = {typed: beyond_json(layers(), typed, place / "index") for typed in TABLE["json"]}
    shown = {
        typed: {
            "register": len(told["register"]),  # type: ignore[arg-type]
            "without_record": told["without_record"],
            "not_held": told["not_held"],
        }
        for typed, told in asked.items()
    }
    assert shown == TABLE["json"]
