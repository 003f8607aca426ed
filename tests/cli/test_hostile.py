"""Hostile files and words at the command line: one clear line each, nothing written that should not be."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from tests.kb.rules.test_hostile import CASES, TERM
from tests.support.corpora import clean_files, write

HARMLESS_TO_FMT = {"a merge key", "an id that climbs"}
"""What `kb check` refuses though it has a canonical form."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = write(tmp_path, clean_files())
    (folder / "terms").mkdir()
    return folder


def run(corpus: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(corpus), *arguments], catch_exceptions=False)


def new(corpus: Path, number: str = "03/2022/TT-BA", title: str = "Về việc ba", source: str = "Công báo") -> Result:
    options = ["--type=thong-tu", "--body=bo-a", "--date=2022", f"--title={title}", f"--source={source}"]
    return run(corpus, "new", f"--number={number}", *options)


@pytest.mark.parametrize("name", sorted(set(CASES) - HARMLESS_TO_FMT))
def test_fmt_leaves_a_hostile_file_and_says_why(name: str, corpus: Path) -> None:
    content, _, _, _, words = CASES[name]
    path = corpus / "terms" / "x.yaml"
    path.write_bytes(content)
    result = run(corpus, "fmt", str(path))
    assert path.read_bytes() == content
    assert result.stderr.count("\n") == 1
    assert f"{path}: chưa viết lại được, " in result.stderr
    assert words in result.stderr


def test_fmt_of_a_tab_names_the_command_that_mends_it(corpus: Path) -> None:
    path = corpus / "terms" / "x.yaml"
    path.write_text(TERM.format("một\tchữ"), "utf-8")
    assert "kb check --fix" in run(corpus, "fmt", str(path)).stderr
    run(corpus, "check", "--fix")
    assert run(corpus, "fmt", str(path)).stderr == ""
    assert run(corpus, "fmt", "--check", str(path)).exit_code == 0


@pytest.mark.parametrize("command", [["fmt"], ["check", "--fix"]], ids=" ".join)
@pytest.mark.parametrize("named", [True, False], ids=["named", "all"])
def test_nothing_is_written_through_a_link(command: list[str], named: bool, corpus: Path, tmp_path: Path) -> None:
    outside = tmp_path / "terms" / "y.yaml"
    outside.parent.mkdir()
    outside.write_text(TERM.format("hai  cách "), "utf-8")
    before = outside.read_bytes()
    (corpus / "terms" / "y.yaml").symlink_to(outside)
    (corpus / "models").symlink_to(outside.parent)
    run(corpus, *command, *([str(corpus / "terms" / "y.yaml")] if named else []))
    assert outside.read_bytes() == before


def test_a_folder_that_leads_out_is_told(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "ngoai").mkdir()
    (corpus / "models").symlink_to(tmp_path / "ngoai")
    result = run(corpus, "check")
    assert result.exit_code == 1
    assert "corpus/models:1:1: SRC08 tệp là liên kết trỏ ra ngoài kho dữ liệu" in result.stdout


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"number": "../../etc/passwd"}, "không phải số, ký hiệu văn bản"),
        ({"number": "03/2022/TT-BA\nid: y"}, "không phải số, ký hiệu văn bản"),
        ({"number": "9" * 300 + "/2022/TT-BA"}, "không phải số, ký hiệu văn bản"),
        ({"number": " "}, "chưa có số, ký hiệu"),
        ({"source": "\t"}, "chưa có nơi đã đọc"),
        ({"title": "một\x01hai"}, "--title có ký tự ẩn"),
        ({"title": "một\ufeffhai"}, "--title có ký tự ẩn"),
        ({"title": "một\udce0hai"}, "--title có ký tự ẩn"),
        ({"source": "một\u200bhai"}, "--source có ký tự ẩn"),
    ],
)
def test_new_refuses_in_one_line_and_writes_nothing(given: dict[str, str], words: str, corpus: Path) -> None:
    result = new(corpus, **given)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert len(list((corpus / "documents").iterdir())) == 2


@pytest.mark.parametrize(
    "title", ["x: &a *b !!t # c - d", "# mọi", "- một", "chu\u031b\u0303  rời", "...", "'\"", "x" * 20_000]
)
def test_new_writes_any_other_title_as_a_file_that_passes(title: str, corpus: Path) -> None:
    assert new(corpus, title=title).exit_code == 0
    path = next(corpus.glob("documents/tt-03*.yaml"))
    assert run(corpus, "check", str(path)).exit_code == 0
    assert run(corpus, "fmt", "--check", str(path)).exit_code == 0


def test_new_takes_time_in_proportion_to_the_marks_of_a_letter(corpus: Path) -> None:
    started = time.process_time()
    new(corpus, title="a" + "\u0301\u0327" * 100_000)
    assert time.process_time() - started < 8  # two seconds here; the square took 20 alone


def test_new_writes_into_no_linked_folder(tmp_path: Path) -> None:
    corpus = write(tmp_path, {name: text for name, text in clean_files().items() if "bodies" in name})
    (tmp_path / "ngoai").mkdir()
    (corpus / "documents").symlink_to(tmp_path / "ngoai")
    result = new(corpus)
    assert result.exit_code == 2
    assert "là liên kết" in result.stderr
    assert list((tmp_path / "ngoai").iterdir()) == []
