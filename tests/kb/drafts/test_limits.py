"""Each limit of a file from both sides: the largest that is read, the smallest that is refused."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from kb.drafts import Draft, apart, docx, open_draft, package
from kb.errors import DraftUnreadable
from kb.processes import Limits
from tests.kb.drafts.files import word_file
from tests.kb.drafts.word_parts import packed, parts_of
from tests.kb.importing.files import pdf_of


def refusal(path: Path) -> str:
    """What is said of a file that is refused; empty where it is read."""
    try:
        open_draft(path)
    except DraftUnreadable as error:
        return str(error)
    return ""


@pytest.mark.parametrize(("size", "words"), [(50_000_000, "không phải tệp văn bản"), (50_000_001, "lớn hơn 50 MB")])
def test_a_file_has_50_megabytes(tmp_path: Path, size: int, words: str) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(size)
    assert words in refusal(tmp_path / "a.txt")


@pytest.mark.parametrize(("length", "words"), [(10_000_000, ""), (10_000_001, "dài quá 10 triệu chữ")])
def test_a_text_has_10_million_letters(tmp_path: Path, length: int, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * length)
    found = refusal(tmp_path / "a.txt")
    assert (words in found, bool(found)) == (True, bool(words))


@pytest.mark.parametrize(("parts", "words"), [(5_000, "không phải tệp Word"), (5_001, "nén quá nhiều")])
def test_a_word_file_has_5000_parts(tmp_path: Path, parts: int, words: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number in range(parts):
            archive.writestr(f"{number}.xml", b"")
    (tmp_path / "a.docx").write_bytes(data.getvalue())
    assert words in refusal(tmp_path / "a.docx")


@pytest.mark.parametrize(("less", "refused"), [(0, False), (1, True)])
def test_a_word_file_unpacks_to_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, less: int, refused: bool
) -> None:
    path = word_file(tmp_path / "a.docx")
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    assert package.LARGEST_UNPACKED == 200_000_000
    monkeypatch.setattr(package, "LARGEST_UNPACKED", unpacked - less)
    assert ("nén quá nhiều" in refusal(path)) == refused


@pytest.mark.parametrize(("letters", "words"), [(20, ""), (19, "là bản quét")])
def test_a_page_of_a_pdf_has_20_letters(tmp_path: Path, letters: int, words: str) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([["a" * letters]]))
    found = refusal(tmp_path / "a.pdf")
    assert (words in found, bool(found)) == (True, bool(words))


@pytest.mark.parametrize(("pages", "words"), [(3_000, ""), (3_001, "có hơn 3000 trang")])
def test_a_pdf_has_3000_pages(tmp_path: Path, pages: int, words: str) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([["Công an nhân dân Việt Nam"]] * pages))
    found = refusal(tmp_path / "a.pdf")
    assert (words in found, bool(found)) == (True, bool(words))


def test_a_pdf_that_takes_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([["Công an nhân dân Việt Nam"]]))
    assert refusal(tmp_path / "a.pdf") == ""
    monkeypatch.setattr(apart, "LIMITS", Limits(seconds=0.001))
    assert "đọc quá" in refusal(tmp_path / "a.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets a process no limit of memory")
def test_a_pdf_without_memory_is_not_called_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([["Công an nhân dân Việt Nam"]]))
    monkeypatch.setattr(apart, "LIMITS", Limits(memory=10_000_000))
    assert refusal(tmp_path / "a.pdf") == "“a.pdf” cần nhiều bộ nhớ hơn mức cho phép; hãy tách tệp rồi thử lại"


def test_a_machine_that_starts_no_process_does_not_make_a_pdf_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([["Công an nhân dân Việt Nam"]]))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    assert refusal(tmp_path / "a.pdf").startswith("chưa đọc “a.pdf”: máy không mở được tiến trình mới")


@pytest.mark.parametrize(("letters", "whole"), [(57, True), (58, False)])
def test_an_excerpt_has_60_letters_on_either_side_and_whole_words(letters: int, whole: bool) -> None:
    before, after = "bb " + "a" * letters, "c" * letters + " dd"
    text = f"{before}Luật{after}"
    found = Draft("a", text).excerpt(len(before), len(before) + 4)
    assert found == ((before, "Luật", after) if whole else ("a" * letters, "Luật", "c" * letters))


@pytest.mark.parametrize(("content", "small"), [(b"<p>a</p>", True), (b"PK\x03\x04", False)])
def test_a_word_file_with_an_archive_in_it_is_read_apart(content: bytes, small: bool) -> None:
    """Twenty of 10 kB unpacked to 350 MB, read for minutes in the process of kb."""
    assert docx.is_small(packed({**parts_of(""), "word/a.html": content})) == small
