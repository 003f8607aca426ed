"""The year that a number states, also where what stands in a file is none."""

from __future__ import annotations

import pytest

from kb.law.issue_year import year_in


@pytest.mark.parametrize(
    ("number", "year"), [("124/2021/TT-BCA", 2021), ("1497/QĐ-TTg", None), ("51-NQ/TW", None), ("không rõ", None)]
)
def test_year_in(number: str, year: int | None) -> None:
    assert year_in(number) == year
