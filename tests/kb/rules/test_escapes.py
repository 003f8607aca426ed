"""Characters written as escapes are faults as those in the text are: at their place, mended only where that is safe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.load import load_corpus
from kb.corpus.quoted import escaping
from kb.problem import Problem
from kb.rules.run import check_corpus, fix_text
from tests.kb.rules.example import write_example

TABLE = yaml.safe_load((Path(__file__).parent / "escapes.yaml").read_text("utf-8"))
KINDS = {row["name"]: row for row in TABLE["kinds"]}
UNSEEN = [row for row in TABLE["kinds"] if row["code"] == "UNI02"]


def files_with(root: Path, file: str, line: str, word: str) -> Path:
    return write_example(root, f"# {file}\n{line.replace('<>', word)}\n")


def problems_in(root: Path) -> list[Problem]:
    return [p for p in check_corpus(load_corpus(root)) if p.code.startswith(("UNI", "SRC"))]


def place_of(text: str, escape: str) -> tuple[int, int]:
    start = text.index(escape) + escape.index("\\")
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


@pytest.mark.parametrize("field", TABLE["fields"], ids=lambda field: field["line"])
@pytest.mark.parametrize("kind", TABLE["kinds"], ids=lambda kind: kind["name"])
def test_in_a_value(kind: dict[str, Any], field: dict[str, str], tmp_path: Path) -> None:
    corpus = files_with(tmp_path, field["file"], field["line"], f'"xin{kind["escape"]}Chào"')
    path = corpus / field["file"]
    text = path.read_text("utf-8")
    found = problems_in(corpus)
    assert {problem.code for problem in found} == {kind["code"]}
    if kind["code"].startswith("UNI"):
        assert (found[0].mark.line, found[0].mark.column) == place_of(text, kind["escape"])
    assert ("--fix" in found[0].help) == ("fixed" in kind)
    mended = text.replace(kind["escape"], kind["fixed"]) if "fixed" in kind else text
    assert fix_text(text) == mended
    path.write_text(mended, "utf-8", newline="\n")
    assert ("fixed" in kind) == (problems_in(corpus) == [])


@pytest.mark.parametrize("field", TABLE["addresses"], ids=lambda field: field["line"])
@pytest.mark.parametrize("kind", UNSEEN, ids=lambda kind: kind["name"])
def test_in_an_address(kind: dict[str, Any], field: dict[str, str], tmp_path: Path) -> None:
    corpus = files_with(tmp_path, field["file"], field["line"], f'"https://example.vn/a{kind["escape"]}b"')
    text = (corpus / field["file"]).read_text("utf-8")
    found = [problem for problem in problems_in(corpus) if problem.code == "UNI02"]
    assert found
    assert "--fix" not in found[0].help
    assert fix_text(text) == text


@pytest.mark.parametrize("field", TABLE["plans"], ids=lambda field: field["line"])
@pytest.mark.parametrize("kind", UNSEEN, ids=lambda kind: kind["name"])
def test_in_a_plan(kind: dict[str, Any], field: dict[str, Any], tmp_path: Path) -> None:
    corpus = files_with(tmp_path, "plans/kh-1.yaml", field["line"], f'"xin{kind["escape"]}chào"')
    codes = {problem.code for problem in problems_in(corpus)}
    assert codes == ({"UNI02"} if not field["letters"] or kind["name"] in TABLE["letters"] else set())


def test_escapes_that_say_what_they_are_stay(tmp_path: Path) -> None:
    line = r'summary: "Điều 1 \"a\" \\ b\n\u0110 d\/e"'
    corpus = files_with(tmp_path, "documents/tt-1.yaml", line, "")
    text = (corpus / "documents/tt-1.yaml").read_text("utf-8")
    assert problems_in(corpus) == []
    assert fix_text(text) == text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_in_a_value_of_several_lines(newline: str) -> None:
    text = newline.join(['a: "một', "  hai \\", "   ba\\x07", "", '  bốn\\u200b"', ""])
    (quoted,) = escaping(text)
    assert quoted.value == yaml.safe_load(text)["a"]
    assert [text[slice(*quoted.places[at])] for at, escaped in enumerate(quoted.escaped) if escaped] == [
        "\\x07",
        "\\u200b",
    ]


def test_every_escape_of_yaml_has_its_place() -> None:
    names = '0abtnvfre "/\\N_LP'
    text = 'a: "' + "".join(f"\\{name}" for name in names) + '\\x41\\u0042\\U00000043"'
    (quoted,) = escaping(text)
    assert quoted.value == yaml.safe_load(text)["a"]
    assert len(set(quoted.places)) == len(names) + 3


def test_both_in_the_text_and_as_an_escape(tmp_path: Path) -> None:
    corpus = files_with(tmp_path, "bodies/bo-b.yaml", "name: <>", '"a\u200bb\\u202ec\\u202d"')
    assert [problem.mark.column for problem in problems_in(corpus)] == [9, 11]
