"""What stands where a file was to be read is named: nothing is read without end, nothing is called missing."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from kb.corpus.file_text import read_text
from kb.files import why_no_file
from tests.support.corpora import clean_files, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(path))


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (lambda path: os.mkfifo(path), "đó là ống dẫn (FIFO)"),
    "folder": (Path.mkdir, "đó là thư mục"),
    "socket": (_socket, "đó là ổ cắm của một chương trình (socket)"),
    "endless device": (lambda path: path.symlink_to("/dev/zero"), "đó là thiết bị"),
    "link to itself": (lambda path: path.symlink_to(path), "liên kết trỏ vòng"),
    "link to nothing": (lambda path: path.symlink_to(path.with_name("none")), "liên kết trỏ tới tệp không còn"),
    "nothing": (lambda path: None, "không có tệp này"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", [["review"], ["import"], ["fmt"], ["check"], ["check", "--fix"]], ids=" ".join)
def test_each_command_says_what_it_is(tmp_path: Path, kind: str, command: list[str]) -> None:
    corpus = write(tmp_path, clean_files())
    path = corpus / "documents" / "tt-9.yaml"
    if command[0] in ("review", "import"):
        path = tmp_path / "a.txt"
    make, words = KINDS[kind]
    make(path)
    result = CliRunner().invoke(main, ["--corpus", str(corpus), *command, str(path)], catch_exceptions=False)
    said = result.stdout + result.stderr
    if command == ["check"] and path.is_symlink():  # a fault of the corpus
        assert result.exit_code == 1
        assert "SRC0" in said
    else:
        assert result.exit_code == 2
        assert (words in said, said.count("\n")) == (True, 1)


@pytest.mark.parametrize("kind", ["pipe", "socket", "link to itself", "link to nothing"])
def test_a_check_of_all_names_it_and_waits_for_nothing(tmp_path: Path, kind: str) -> None:
    corpus = write(tmp_path, clean_files())
    make, words = KINDS[kind]
    make(corpus / "documents" / "tt-9.yaml")
    result = CliRunner().invoke(main, ["--corpus", str(corpus), "check"], catch_exceptions=False)
    assert result.exit_code == 1
    assert "corpus/documents/tt-9.yaml:1:1: SRC02" in result.stdout
    assert words in result.stdout


def test_a_regular_file_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    (tmp_path / "b").symlink_to("a")
    assert (why_no_file(tmp_path / "a"), why_no_file(tmp_path / "b")) == ("", "")
    assert why_no_file("a\0b") == "tên tệp không hợp lệ"


def test_a_name_that_the_system_refuses_is_told_and_not_called_missing() -> None:
    with pytest.raises(OSError, match="name too long"):
        why_no_file("a" * 300)
    [problem] = read_text("a" * 300, "documents/a.yaml")[1]
    assert (problem.code, problem.message) == ("SRC02", "không đọc được tệp: tên tệp hoặc đường dẫn quá dài")
