"""What is asked before anything else: the version, and the completion of a shell."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from tests.support.corpora import clean_files, write


@pytest.mark.parametrize("order", [["--corpus", "{}", "--version"], ["--version", "--corpus", "{}"]])
def test_the_version_is_that_of_the_corpus_named(order: list[str], tmp_path: Path) -> None:
    corpus = str(write(tmp_path, clean_files()))
    done = CliRunner().invoke(main, [word.format(corpus) for word in order])
    assert done.exit_code == 0
    assert done.stdout.endswith(f"; kho dữ liệu đọc nguồn đến ngày 02/01/2026: {corpus}\n")


def test_the_version_is_said_without_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    done = CliRunner().invoke(main, ["--corpus", str(tmp_path / "corpus"), "--version"])
    assert done.exit_code == 0
    assert done.stdout.endswith(
        f"; thư mục {tmp_path / 'corpus'} không phải kho dữ liệu: không thư mục con nào có bản ghi (tệp .yaml)\n"
    )


def test_a_corpus_without_sources_has_no_day(tmp_path: Path) -> None:
    corpus = write(tmp_path, {"terms/x.yaml": "id: x\nabbreviation: X\nexpansion: Xã\nsources: []\n"})
    done = CliRunner().invoke(main, ["--corpus", str(corpus), "--version"])
    assert done.stdout.endswith(f"; kho dữ liệu: {corpus}\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_the_script(shell: str) -> None:
    done = CliRunner().invoke(main, ["completion", shell])
    assert done.exit_code == 0
    assert f"_KB_COMPLETE={shell}_complete" in done.stdout
    program = shutil.which(shell)
    if program:
        checked = subprocess.run([program, "-n"], input=done.stdout, encoding="utf-8", capture_output=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_a_shell_that_is_not_known_is_refused() -> None:
    assert CliRunner().invoke(main, ["completion", "csh"]).exit_code == 2
