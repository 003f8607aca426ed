"""Words between which a blank is missing."""

from __future__ import annotations

import pytest

from kb.language.syllable import has_glued_words


@pytest.mark.parametrize(
    ("text", "is_glued"),
    [
        ("chức năng,nhiệm vụ", True),
        ("quy định đểlàm căn cứ", True),
        ("chức năng, nhiệm vụ", False),
        ("từ 1,5 đến 2,5 lần", False),
        ("công tác Đoàn và phong trào thanh thiếu nhi", False),
    ],
)
def test_glued_words(text: str, is_glued: bool) -> None:
    assert has_glued_words(text) is is_glued
