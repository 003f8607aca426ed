"""A user's files at the command line: never over another's save, never over what is read, whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from kb.corpus import canonical
from kb.rules import run as rules
from tests.kb.drafts.files import word_file
from tests.kb.rules.fuzz import PLAN
from tests.support.corpora import clean_files, write

SAVED = b"id: tt-1 # saved by an editor meanwhile\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path, clean_files() | {"plans/kh-1.yaml": PLAN})


def run(corpus: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(corpus), *arguments], catch_exceptions=False)


@pytest.mark.parametrize(
    ("command", "module", "name"),
    [(["fmt"], canonical, "canonical"), (["check", "--fix"], rules, "fix_text")],
)
def test_a_save_meanwhile_is_kept(
    command: list[str], module: object, name: str, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = corpus / "documents" / "tt-1.yaml"
    path.write_text(path.read_text("utf-8").replace("Tóm tắt.", "Tóm  tắt."), "utf-8")
    does: Callable[..., object] = getattr(module, name)

    def and_saves(text: str, *more: str) -> object:
        path.write_bytes(SAVED)
        return does(text, *more)

    monkeypatch.setattr(module, name, and_saves)
    result = run(corpus, *command, str(path))
    assert result.exit_code == 2
    assert path.read_bytes() == SAVED
    assert result.stderr == f"kb: {path} đã được chương trình khác lưu, xóa hoặc đổi tên; chưa ghi gì, hãy chạy lại\n"


@pytest.mark.parametrize("by", ["name", "symbolic link", "hard link"])
def test_the_draft_is_not_replaced_by_its_copy(by: str, corpus: Path, tmp_path: Path) -> None:
    draft, out = word_file(tmp_path / "a.docx"), tmp_path / "b.docx"
    if by == "symbolic link":
        out.symlink_to(draft)
    elif by == "hard link":
        out.hardlink_to(draft)
    before = draft.read_bytes()
    result = run(corpus, "review", str(draft), "--docx", str(draft if by == "name" else out))
    assert (result.exit_code, result.stdout, draft.read_bytes()) == (2, "", before)
    assert "chính là tệp đọc vào" in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_record_is_replaced_by_a_word_file(corpus: Path) -> None:
    record = corpus / "documents" / "tt-1.yaml"
    before = record.read_bytes()
    result = run(corpus, "basis", "kh-1", "--docx", str(record))
    assert (result.exit_code, record.read_bytes()) == (2, before)


def word_call(command: str, tmp_path: Path, out: str) -> list[str]:
    return (
        ["basis", "kh-1", "--docx", out] if command == "basis" else ["review", str(tmp_path / "a.docx"), "--docx", out]
    )


@pytest.mark.parametrize("command", ["basis", "review"])
def test_a_word_file_that_is_there_is_replaced_by_force_alone(command: str, corpus: Path, tmp_path: Path) -> None:
    word_file(tmp_path / "a.docx")
    out = tmp_path / "ra.docx"
    call = word_call(command, tmp_path, str(out))
    out.write_bytes(b"old")
    refused = run(corpus, *call)
    assert (refused.exit_code, refused.stdout, out.read_bytes()) == (2, "", b"old")
    assert refused.stderr == f"kb: tệp {out} đã có, không ghi đè; đặt tên khác, hoặc thêm --force\n"
    assert run(corpus, *call, "--force").exit_code in (0, 1)
    assert out.read_bytes()[:2] == b"PK"
    assert run(corpus, *call).exit_code == 2  # kb wrote it, but a reader may have answered in it


@pytest.mark.parametrize("command", ["basis", "review"])
@pytest.mark.parametrize("out", ["-", "ra", "ra.doc", "ra.docx.txt", ".docx", "."])
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_a_word_file_has_the_name_of_one(
    command: str, out: str, force: list[str], corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word_file(tmp_path / "a.docx")
    monkeypatch.chdir(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    refused = run(corpus, *word_call(command, tmp_path, out), *force)
    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_word_file_that_another_made_meanwhile_is_kept(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ra.docx"

    def and_saves(*_: object, **__: object) -> None:
        out.write_bytes(b"saved")

    monkeypatch.setattr("kb.commands.basis.refuse_output", and_saves)
    assert run(corpus, "basis", "kh-1", "--docx", str(out)).exit_code == 2
    assert out.read_bytes() == b"saved"


def test_a_missing_folder_is_not_made(corpus: Path, tmp_path: Path) -> None:
    missing = run(corpus, "basis", "kh-1", "--docx", str(tmp_path / "m" / "ra.docx"))
    assert missing.exit_code == 2
    assert missing.stderr.endswith("không có thư mục chứa tệp; tạo thư mục rồi chạy lại\n")
