"""Names of a corpus in a text: the longest, with the quotation mark that closes one, and the records that bear it."""

from __future__ import annotations

import pytest

from kb.citation.names import NameTable

NAMES = [
    ("Mô hình “2 không, 2 có”", "model"),
    ("Phong trào xanh", "short"),
    ("Phong trào xanh sạch", "long"),
    ("Ngày xanh", "one"),
    ("ngày  XANH", "other"),
    ("Xanh", "word"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("theo mô hình “2 không, 2 có” của tỉnh", [("mô hình “2 không, 2 có”", ("model",))]),
        ("theo “mô hình 2 không 2 có” của tỉnh", [("mô hình 2 không 2 có", ("model",))]),
        (
            "phong trào xanh sạch, phong trào xanh.",
            [("phong trào xanh sạch", ("long",)), ("phong trào xanh", ("short",))],
        ),
        ("phong trào xanh", [("phong trào xanh", ("short",))]),
        ("Ngày xanh, phong trào", [("Ngày xanh", ("one", "other"))]),
        ("xanh", []),
    ],
)
def test_names(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(text[start:end], ids) for start, end, ids in NameTable(NAMES).find(text)] == found


def test_one_word_is_a_name_where_the_caller_says_so() -> None:
    table = NameTable(NAMES, fewest_words=1)
    assert [ids for _, _, ids in table.find("xanh và xanh")] == [("word",), ("word",)]
