"""The year that a number states, also where what stands in a file is none."""

from __future__ import annotations

import pytest

from kb.law.issue_year import year_in


@pytest.mark.parametrize(("number", "year"), [("30/2020/NĐ-CP", 2020), ("318/QĐ-TTg", None), ("ba mươi", None)])
def test_year_in(number: str, year: int | None) -> None:
    assert year_in(number) == year
