"""Which records were replaced: a table of old, new, and what differs (first, how many go, which come)."""

from __future__ import annotations

import pytest

from indexer.build.differences import differences

CASES = [
    ("abcdef", "abcdef", []),
    ("abcdef", "abXdef", [(2, 1, "X")]),
    ("abcdef", "bcde", [(0, 1, ""), (5, 1, "")]),
    ("abcdef", "XabcdefY", [(0, 0, "X"), (6, 0, "Y")]),
    ("abcdef", "abXYef", [(2, 2, "XY")]),
    ("abcdef", "aXcYef", [(1, 1, "X"), (3, 1, "Y")]),
    ("abcdef", "acbdef", [(1, 1, ""), (3, 0, "b")]),
    ("aaaa", "aaa", [(3, 1, "")]),
    ("", "ab", [(0, 0, "ab")]),
    ("ab", "", [(0, 2, "")]),
    ("", "", []),
    ("abcdef", "uvwxyz", None),
    ("abcdef", "aXcYeZ", None),
    ("a", "aXYZUVW", None),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_differences(old: str, new: str, expected: list[tuple[int, int, str]] | None) -> None:
    found = differences([letter.encode() for letter in old], [(letter.encode(), letter) for letter in new], 4)
    told = None if found is None else [(one.first, one.gone, "".join(one.come)) for one in found]
    assert told == expected
