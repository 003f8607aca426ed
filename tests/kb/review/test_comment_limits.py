"""The comments of a Word file are written in a process with limits, and a copy is written whole or not at all."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from kb.drafts.docx import read
from kb.errors import DraftUnreadable
from kb.processes import Limits
from kb.review import comments
from kb.review.judge import review
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run
from tests.kb.review.commenting import corpus


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(seconds=0.001, processor=8), "chưa ghi chú thích: “a.docx” đọc quá 8 giây"),
        pytest.param(
            Limits(memory=10_000_000),
            "chưa ghi chú thích: “a.docx” cần nhiều bộ nhớ hơn",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows sets a process no limit of memory"),
        ),
    ],
)
def test_a_file_that_takes_too_much_gets_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, words: str
) -> None:
    source, out = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(packed(parts_of(paragraph(run(LAPSED)) + "<w:p/>" * 200_000)))
    found = review(corpus(), read(source.read_bytes(), "a.docx"), date(2026, 11, 24))
    monkeypatch.setattr(comments, "COMMENT_LIMITS", limits)
    with pytest.raises(DraftUnreadable, match=words):
        comments.write_commented(source, found, out, force=False)
    assert not out.exists()
