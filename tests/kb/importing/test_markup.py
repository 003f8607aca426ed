"""Marks of Markdown are no words of a document; what only looks like one stays."""

from __future__ import annotations

import pytest

from kb.importing.markup import front_matter_end, without_marks


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("## Chương I", "Chương I"),
        ("> **Số hiệu**: 30/2020/NĐ-CP", "Số hiệu: 30/2020/NĐ-CP"),
        ("**Điều 1. Việc**", "Điều 1. Việc"),
        ("***Căn cứ** Luật Thử;*", "Căn cứ Luật Thử;"),
        ("__Điều 2__.", "Điều 2."),
        ("*Căn cứ Luật Thử*", "Căn cứ Luật Thử"),
        (r"1\. Việc một\-hai", "1. Việc một-hai"),
        ("| Kính gửi: | Sở A |", "Kính gửi: | Sở A"),
        ("* Việc gạch đầu dòng", "* Việc gạch đầu dòng"),
        ("# 5 dòng", "5 dòng"),
        ("Số 5 * 3", "Số 5 * 3"),
        ("Số: ____/KH", "Số: ____/KH"),
    ],
)
def test_words_of_a_line(line: str, words: str) -> None:
    assert without_marks(line) == words


@pytest.mark.parametrize(
    ("text", "end"),
    [("---\na: b\n---\nĐiều 1", 13), ("---\nĐiều 1\n---\n", 0), ("Điều 1\n---\na: b\n---\n", 0), ("---\na: b\n", 0)],
)
def test_front_matter_is_yaml_between_two_lines(text: str, end: int) -> None:
    assert front_matter_end(text) == end
