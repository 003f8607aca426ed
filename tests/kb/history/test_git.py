"""What Git refuses is said with the command that allows it, and no program is started that a repository names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.errors import CorpusUnreadable
from kb.history import corpus_at
from kb.history.git import ownership, refusal
from kb.history.log import history
from kb.history.register_changes import register_changes
from kb.history.stored import stored_files
from kb.processes import Finished
from tests.support.corpora import clean_files, write
from tests.support.registers import write_register
from tests.support.repository import git

CHANGES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("register_changes.yaml").read_text("utf-8"))
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


SETTINGS = [
    "core.fsmonitor", "core.hooksPath", "core.pager", "core.sshCommand", "diff.external", "diff.x.textconv",
    "diff.x.command", "filter.x.smudge", "filter.x.clean", "filter.x.process", "gpg.program", "credential.helper",
]  # fmt: skip
"""Those of git-config(1) and gitattributes(5) that name a program."""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    corpus = write(tmp_path, clean_files() | {"register/2020.tsv": "một\n"})
    (corpus / "documents" / "link.yaml").symlink_to("tt-1.yaml")
    (corpus / "documents" / "ngoai.yaml").symlink_to("/etc/hostname")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "corpus")
    git(tmp_path, "commit", "-qm", "x")
    return corpus


def test_no_program_of_the_settings_is_started(kept: Path, tmp_path: Path) -> None:
    program = tmp_path / "started.sh"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/STARTED'\ncat\n", "utf-8")
    program.chmod(0o755)
    for name in SETTINGS:
        git(tmp_path, "config", name, str(program))
    git(tmp_path, "config", "log.showSignature", "true")
    (tmp_path / ".git" / "info" / "attributes").write_text("* diff=x filter=x\n", "utf-8")
    (kept / "register" / "2020.tsv").write_text("hai\n", "utf-8")
    assert {*corpus_at(kept, "HEAD").records} >= {"tt-1", "tt-2"}
    assert list(register_changes(kept, "HEAD").lines()) == []
    assert history(kept)
    assert refusal(kept) == ""
    assert not (tmp_path / "STARTED").exists()


def test_nothing_is_fetched_for_a_partial_clone(kept: Path, tmp_path: Path) -> None:
    settings = {"extensions.partialClone": "o", "remote.o.promisor": "true", "protocol.ext.allow": "always"}
    settings["remote.o.url"] = f"ext::touch {tmp_path}/STARTED"
    git(tmp_path, "config", "core.repositoryFormatVersion", "1")
    for name, value in settings.items():
        git(tmp_path, "config", name, value)
    for path in (tmp_path / ".git" / "objects").glob("??/*"):
        if path.stat().st_size < 60:
            path.unlink()
    with pytest.raises(CorpusUnreadable):
        corpus_at(kept, "HEAD")
    assert not (tmp_path / "STARTED").exists()


def test_a_stored_link_is_what_it_leads_to_within_the_folder(kept: Path) -> None:
    files = stored_files(kept, "HEAD")
    assert files["documents/link.yaml"] == files["documents/tt-1.yaml"]
    assert "documents/ngoai.yaml" not in files
    assert [*stored_files(kept, "HEAD", "register/")] == ["register/2020.tsv"]


def test_a_revision_without_the_corpus_is_refused(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(CorpusUnreadable, match="git không có kho dữ liệu ở “HEAD”"):
        corpus_at(other, "HEAD")


def test_of_many_changes_of_the_register_some_are_listed(tmp_path: Path) -> None:
    folder = write_register(tmp_path, [])
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "corpus")
    git(tmp_path, "commit", "-qm", "x")
    write_register(tmp_path, [f"{n}/2020/TT-BA|Thông tư|pd:2020-03-05||||||" for n in range(1, 33)])
    lines = list(register_changes(folder.parent, "HEAD").lines())
    assert lines[1] == "### Sổ đăng ký: thêm 32, bỏ 0, sửa 0 văn bản"
    assert (len(lines), lines[-1]) == (34, "- và 2 thay đổi khác")


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: str(case["says"]))
def test_changes_of_the_register_are_told_in_words(tmp_path: Path, case: dict[str, Any]) -> None:
    folder = write_register(tmp_path, case.get("before", []))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "corpus")
    git(tmp_path, "commit", "-qm", "x")
    write_register(tmp_path, case.get("after", case.get("before", [])))
    for name, line in case.get("lines", {}).items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    lines = list(register_changes(folder.parent, "HEAD").lines())
    assert lines[3:] == [f"- {said}" for said in case["told"]]
