"""The words of diagrams and charts are bounded like those of the text."""

from __future__ import annotations

import pytest

from kb.drafts import word_drawings
from kb.drafts.word_drawings import DrawingText
from kb.errors import DraftUnreadable


def test_more_words_than_a_text_may_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_drawings, "LONGEST_TEXT", 10)
    reader = DrawingText()
    reader.started("x t", {})
    reader.characters("năm chữ")
    with pytest.raises(DraftUnreadable):
        reader.characters("thêm nữa")
