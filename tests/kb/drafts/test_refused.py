"""What becomes of a file that the system, a limit or a library refuses: one line that names it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kb.drafts import apart
from kb.drafts.open import open_draft
from kb.errors import DraftUnreadable
from kb.processes import ChildFailed, ChildTooLong


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ChildTooLong("dài", ""), "“a.pdf” có quá nhiều chữ"),
        (ChildFailed("hỏng", ""), "“a.pdf” bị hỏng hoặc không phải tệp PDF"),
    ],
)
def test_a_reader_that_ends_badly(error: Exception, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*_: object) -> None:
        raise error

    monkeypatch.setattr(apart, "call", ended)
    with pytest.raises(DraftUnreadable, match=said):
        apart.read_apart(len, b"", "a.pdf", "PDF")


def test_a_browser_reads_in_its_own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "emscripten")
    assert apart.read_apart(len, b"abc", "a.pdf", "PDF") == 3


def test_a_file_that_the_system_does_not_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    path = tmp_path / "a.txt"
    path.write_text("a", "utf-8")
    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(DraftUnreadable, match=r"không đọc được “a\.txt”: "):
        open_draft(path)
