"""Several hold a copy of a corpus and its index on one cluster: a search puts back nothing that another has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli import main
from indexer.engines.adapters.opensearch.connection import connect
from indexer.ranking import weights
from tests.support.corpora import clean_files, write

ALIAS = "kb-test-sharing"
ADDED = "khinhkhicau"


def run(corpus: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(corpus), *words], catch_exceptions=False)


def found(corpus: Path, told: bool) -> int:
    """How many records have the added word; `told`: that the index was changed elsewhere must be said, or not."""
    result = run(corpus, "search", "--json", "--in", "kho", ADDED)
    assert ("đã được nơi khác sửa hoặc dựng lại" in result.stderr) == told, result.stderr
    assert result.stderr.count("\n") == told
    return int(json.loads(result.stdout)["total"])


def edit(corpus: Path, old: str, new: str) -> None:
    (path,) = (path for path in corpus.rglob("*.yaml") if old in path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.fixture(params=[0.3, 1e-9], ids=["amended", "written whole"])
def editor(request: Any, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The corpus of one who edits."""
    monkeypatch.setattr(weights, "AVERAGE_STEP", request.param)
    for index in connect(url).indices.get(index=f"{ALIAS}*"):
        connect(url).indices.delete(index=index)
    corpus = write(tmp_path / "editor", clean_files())
    made = run(corpus, "index", "--engine", "opensearch", "--url", url, "--alias", ALIAS)
    assert made.exit_code == 0, made.stderr
    return corpus


def test_a_reader_puts_nothing_back(editor: Path, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "editor", tmp_path / "reader")
    reader = tmp_path / "reader" / editor.relative_to(tmp_path / "editor")
    assert (found(editor, False), found(reader, False)) == (0, 0)
    edit(editor, "title: Về việc tt-1", f"title: Về việc tt-1 {ADDED}")
    assert found(editor, False) == 1, "who edits amends by searching"
    assert found(reader, True) == 1, "what the cluster has, and a line"
    edit(reader, "title: Về việc tt-2", "title: Về việc ba")
    assert found(reader, True) == 1, "also one who edits does not put back what he does not know"
    assert found(editor, False) == 1
    assert run(reader, "index").exit_code == 0, "who is asked to settles it"
    assert (found(reader, False), found(editor, True)) == (0, 0)


def test_equal_corpora_are_told_nothing(editor: Path, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "editor", tmp_path / "reader")
    reader = tmp_path / "reader" / editor.relative_to(tmp_path / "editor")
    for corpus in (editor, reader):
        edit(corpus, "title: Về việc tt-1", f"title: Về việc tt-1 {ADDED}")
        assert found(corpus, False) == 1
    assert (found(reader, False), found(editor, False)) == (1, 1)


def test_an_index_that_a_folder_leaves_is_told(editor: Path, url: str) -> None:
    """Once, when the folder goes elsewhere."""
    moved = run(editor, "index", "--alias", f"{ALIAS}-2")
    assert (moved.exit_code, moved.stderr) == (0, f"kb: chỉ mục “{ALIAS}” vẫn còn trên cụm {url}, kb không tự xóa\n")
    home = run(editor, "index", "--engine", "whoosh")
    assert (home.exit_code, home.stderr) == (0, f"kb: chỉ mục “{ALIAS}-2” vẫn còn trên cụm {url}, kb không tự xóa\n")
    assert run(editor, "index").stderr == ""


def test_another_corpus_with_the_same_name_is_refused(editor: Path, url: str, tmp_path: Path) -> None:
    other = write(tmp_path / "other", clean_files())
    words = ("index", "--engine", "opensearch", "--url", url, "--alias", ALIAS)
    refused = run(other, *words)
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert "chỉ mục của thư mục khác; dùng --alias khác, hoặc thêm --force" in refused.stderr
    assert run(other, *words, "--force").exit_code == 0
    assert found(editor, True) == 0, "the corpora are said to be one, and the first is told of the change"
