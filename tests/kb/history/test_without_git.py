"""A machine without Git."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import CorpusUnreadable
from kb.history import git, revision
from kb.processes import ProgramMissing


@pytest.fixture(autouse=True)
def no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ProgramMissing("git")

    monkeypatch.setattr(git, "run_program", missing)


def test_nothing_is_said_of_the_folder(tmp_path: Path) -> None:
    assert git.refusal(tmp_path) == ""


def test_an_older_corpus_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable, match="không có chương trình git trên máy"):
        revision.corpus_at(tmp_path, "HEAD")
