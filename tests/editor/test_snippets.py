"""The snippets of VS Code: filled in they give canonical, faultless files; as they come, faults at their places."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.canonical import canonical
from kb.corpus.load import load_corpus
from kb.model import vocabulary
from kb.rules.run import check_corpus
from tests.support.corpora import clean_files, document, write
from tests.support.paths import ROOT

VSCODE = ROOT / ".vscode"
SNIPPETS: dict[str, dict[str, Any]] = json.loads((VSCODE / "kb.code-snippets").read_text("utf-8"))
CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "snippets.yaml").read_text("utf-8"))
PLACE = re.compile(r"\$\{(\d+)(?::([^}]*)|\|([^|]*)\|)\}")
VARIABLES = {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "01", "CURRENT_DATE": "02"}
BASE = {
    name: canonical(text, name.partition("/")[0])[0]
    for name, text in (clean_files() | {"documents/tt-3.yaml": document("tt-3", "03/2019/TT-BA", "2019-01-01")}).items()
}


def expanded(name: str, typed: list[str] | None, stem: str = "") -> str:
    """The text a snippet leaves: with what is typed at its places, or with what stands there by itself."""

    def at(match: re.Match[str]) -> str:
        return typed[int(match[1]) - 1] if typed else match[2] or match[3].partition(",")[0]

    text = PLACE.sub(at, "\n".join(SNIPPETS[name]["body"]))
    for variable, value in (VARIABLES | {"TM_FILENAME_BASE": stem}).items():
        text = text.replace(f"${variable}", value)
    return text.removesuffix("$0").replace("\\$", "$")


def files_with(name: str, typed: list[str] | None) -> tuple[dict[str, str], str, str]:
    """(files, the one with the snippet in it, what was put into it)."""
    case = CASES[name]
    path = case.get("file", "documents/tt-1.yaml")
    text = expanded(name, typed, Path(path).stem)
    if "file" in case:
        return BASE | {path: text}, path, text
    field = f"{case['under']}:\n"
    whole = BASE[path] if field in BASE[path] else BASE[path] + field
    if not (items := re.search(rf"^{field}(?:  .*\n)*", whole, re.MULTILINE)):
        raise AssertionError(field)
    return BASE | {path: whole[: items.end()] + text + whole[items.end() :]}, path, text


def test_every_snippet_has_a_case_and_a_name_of_its_own() -> None:
    assert set(CASES) == set(SNIPPETS)
    assert len({snippet["prefix"] for snippet in SNIPPETS.values()}) == len(SNIPPETS)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "file" in case or "under" in case])
def test_filled_in_it_passes(name: str, tmp_path: Path) -> None:
    files, path, _ = files_with(name, CASES[name]["typed"])
    corpus = load_corpus(write(tmp_path, files))
    assert [str(p) for p in check_corpus(corpus) if p.code != "WIT05"] == []  # a source that nothing rests on yet
    if "file" in CASES[name]:
        assert canonical(files[path], path.partition("/")[0]) == (files[path], "")


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "file" in case])
def test_as_it_comes_only_the_places_to_fill_are_faulty(name: str, tmp_path: Path) -> None:
    files, path, text = files_with(name, None)
    problems = check_corpus(load_corpus(write(tmp_path, files)))
    lines = "\n".join(SNIPPETS[name]["body"]).split("\n")
    assert {problem.mark.path for problem in problems} <= {f"corpus/{path}"}
    assert all(PLACE.search(lines[problem.mark.line - 1]) for problem in problems), problems
    assert len(lines) == text.count("\n") + 1


def test_choices_are_the_vocabularies() -> None:
    offered = {choices for snippet in SNIPPETS.values() for _, _, choices in PLACE.findall("\n".join(snippet["body"]))}
    classes = (
        vocabulary.DocumentType,
        vocabulary.EventKind,
        vocabulary.RelationKind,
        vocabulary.Sureness,
        vocabulary.Level,
    )
    assert offered - {""} == {",".join(str(member) for member in cls) for cls in classes}


def test_a_suppression_suppresses(tmp_path: Path) -> None:
    line = expanded("Bỏ qua một lỗi", CASES["Bỏ qua một lỗi"]["typed"])
    files = BASE | {"terms/x.yaml": f"{line}id: x\nabbreviation: X\nexpansion: hai  cách\n"}
    corpus = load_corpus(write(tmp_path, files))
    assert "UNI08" not in {problem.code for problem in check_corpus(corpus)}


def test_the_task_finds_the_line_of_a_problem(tmp_path: Path) -> None:
    pattern = json.loads((VSCODE / "tasks.json").read_text("utf-8"))["tasks"][0]["problemMatcher"]["pattern"]
    files = BASE | {"terms/x.yaml": "id: x\nabbreviation: X\nexpansion: hai  cách\n"}
    problem = next(p for p in check_corpus(load_corpus(write(tmp_path, files))) if p.code == "UNI08")
    match = re.match(pattern["regexp"], str(problem), re.MULTILINE)
    assert match
    told = [match[pattern[part]] for part in ("file", "line", "column", "code", "message")]
    assert told == [problem.mark.path, "3", str(problem.mark.column), "UNI08", problem.message]
