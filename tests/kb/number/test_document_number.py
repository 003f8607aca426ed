"""Numbers: the table a jurist can extend, and what must hold for any number."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.errors import InvalidNumber
from kb.number.document_number import DocumentNumber

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "numbers.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"] or "empty")
def test_table(case: dict[str, Any]) -> None:
    if case.get("error"):
        with pytest.raises(InvalidNumber):
            DocumentNumber.parse(case["typed"])
        return
    number = DocumentNumber.parse(case["typed"])
    assert str(number) == case["printed"]
    if "same_as" in case:
        assert number.match_key == DocumentNumber.parse(case["same_as"]).match_key
    if "other_than" in case:
        assert number.match_key != DocumentNumber.parse(case["other_than"]).match_key


ordinals = st.from_regex(r"[0-9]{1,5}", fullmatch=True)
symbols = st.from_regex(r"(NQ|CT|QĐ|TT|KH|CTr|ĐA)-(TW|BCA|TTg|UBND|BCA-V05|CAT-PV01)", fullmatch=True)


@given(ordinals, st.none() | st.integers(1945, 2100), symbols)
def test_print_then_parse_is_the_same_number(ordinal: str, year: int | None, symbol: str) -> None:
    number = DocumentNumber(ordinal, str(year) if year else None, "/", symbol)
    assert DocumentNumber.parse(str(number)) == number


@given(st.text(max_size=100))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return
    assert DocumentNumber.parse(str(number)) == number
