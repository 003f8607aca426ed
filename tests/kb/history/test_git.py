"""What Git refuses is said with the command that allows it."""

from __future__ import annotations

from pathlib import Path

from kb.history.git import ownership, refusal
from kb.processes import Finished
from tests.support.repository import git

DUBIOUS = b"fatal: detected dubious ownership in repository at '/x'\n"


def test_the_command_names_the_folder_of_the_repository(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    git(tmp_path, "init", "-q")
    said = ownership(corpus, Finished(128, b"", DUBIOUS))
    assert said.endswith(f"chạy: git config --global --add safe.directory '{tmp_path}'")
    assert ownership(corpus, Finished(128, b"", b"fatal: bad revision")) == ""
    assert refusal(corpus) == ""


def test_no_repository_and_no_git_is_no_refusal(tmp_path: Path) -> None:
    assert refusal(tmp_path) == ""
