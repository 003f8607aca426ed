"""The files of a new corpus: whole, in step with those of the project, and never over another's."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from kb.corpus.load import load_corpus
from kb.new_corpus import FIRST
from kb.rules.run import check_corpus
from tests.github.test_workflows import lint
from tests.support.paths import ROOT


def begun(folder: Path) -> Result:
    return CliRunner().invoke(main, ["init", str(folder)], catch_exceptions=False)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    assert begun(tmp_path / "kho").exit_code == 0
    return tmp_path / "kho"


def test_the_corpus_is_clean_and_holds_what_the_first_record_names(new: Path) -> None:
    corpus = load_corpus(new / "corpus")
    assert check_corpus(corpus) == []
    assert set(corpus.records) == {FIRST, "chinh-phu", "to-chuc-bo-may"}


def test_schemas_and_records_are_those_of_the_project(new: Path) -> None:
    files = list((new / "corpus").rglob("*.*"))
    assert {path.suffix for path in files} == {".json", ".yaml"}
    for path in files:
        assert path.read_bytes() == (ROOT / path.relative_to(new)).read_bytes()


def test_the_editor_calls_the_kb_that_is_installed(new: Path) -> None:
    (task,) = json.loads((new / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    (own,) = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"]
    assert task == {name: value for name, value in own.items() if name not in ("windows", "linux", "osx")}
    assert task["command"] == "kb"


def test_the_workflow_has_no_fault_and_pins_what_the_projects_pins(new: Path) -> None:
    workflow = new / ".github/workflows/kho.yml"
    assert lint(workflow) == []
    pinned = {line.strip("- ") for line in workflow.read_text("utf-8").splitlines() if "uses:" in line}
    own = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    assert pinned
    assert all(line.strip() in own for line in pinned)


def test_no_template_is_left_unfilled(new: Path) -> None:
    assert [path for path in new.rglob("*") if path.is_file() and "@VERSION@" in path.read_text("utf-8")] == []
    [wanted] = re.findall("^[^#].*", (new / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert wanted == f"./kb_van_ban-{version('kb-van-ban')}-py3-none-any.whl"  # no index has a project of this name


@pytest.mark.parametrize("there", ["README.md", ".vscode/settings.json", f"corpus/documents/{FIRST}.yaml"])
def test_a_file_that_is_there_is_kept_and_nothing_is_made(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / there).write_text("của tôi", "utf-8")
    done = begun(tmp_path)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / there]
    assert (tmp_path / there).read_text("utf-8") == "của tôi"
