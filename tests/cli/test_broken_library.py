"""A library that lacks a part: what is said, and what answers all the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kb.library.place import in_use
from tests.cli.test_library import run
from tests.support.code_pages import page, write_folder
from tests.support.corpora import clean_files, document, write


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A library that a test may break."""
    imported = run(tmp_path, "library", "import", str(write_folder(tmp_path, {"a1": page()})))
    assert imported.exit_code == 0, imported.output
    return tmp_path


def test_an_index_of_the_library_that_is_gone_is_told_and_the_corpus_answers(own: Path) -> None:
    folder = in_use(own / "library")
    assert folder
    shutil.rmtree(folder / "index")
    found = run(own, "search", "thử nghiệm hồ sơ", "--json")
    assert set(json.loads(found.stdout)["totals"]) == {"corpus"}
    assert found.stderr == "kb: chỉ mục của thư viện không dùng được; chạy lại: kb library import\n"
    alone = run(own, "search", "hồ sơ", "--in", "pháp điển")
    assert (alone.exit_code, alone.stderr) == (
        2,
        f"kb: chỉ mục của thư viện ở {folder} không dùng được; chạy lại: kb library import\n",
    )
    built = run(own, "--corpus", str(write(own, clean_files())), "build", "--library")
    assert (built.exit_code, built.stderr.count("\n")) == (2, 1)
    assert "chỉ mục của thư viện không dùng được; chạy lại: kb library import" in built.stderr


def test_a_library_that_cannot_be_read_is_told_and_the_rest_is_shown(own: Path) -> None:
    folder = in_use(own / "library")
    assert folder
    (folder / "library.sorted").write_bytes(b" 1-0-0-0\n")
    shown = run(own, "--corpus", str(write(own, clean_files())), "show", "01/2020/TT-BA")
    assert (shown.exit_code, "01/2020/TT-BA" in shown.stdout) == (0, True)
    assert f"kb: thư viện ở {folder} nhập dở; chạy lại: kb library import\n" in shown.stderr


def test_a_record_lists_its_articles_as_json(own: Path) -> None:
    held = clean_files() | {
        "documents/l-1.yaml": document("l-1", "01/2021/QH15", "2021-06-20"),
        "documents/l-2.yaml": document("l-2", "unknown", "2021-06-20"),
    }
    shown = run(own, "--corpus", str(write(own, held)), "show", "l-1", "--json")
    assert '"Hồ sơ thử nghiệm"' in shown.stdout, shown.output
    shown = run(own, "--corpus", str(own / "corpus"), "show", "l-2", "--json")
    assert (shown.exit_code, '"Hồ sơ thử nghiệm"' in shown.stdout) == (0, False)
