"""Letters for figures are read as figures in a number alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.number.scanned import with_figures

CASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "scanned.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_table(case: dict[str, str]) -> None:
    assert with_figures(case["typed"]) == case["read"]


@given(st.text(alphabet="lIOSBZ0129/-TNĐ số", max_size=30))
def test_a_text_keeps_its_length_and_is_settled_after_one_reading(text: str) -> None:
    read = with_figures(text)
    assert len(read) == len(text)
    assert with_figures(read) == read
