"""Folding: a table of what each form does, and what must hold for any text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.language.fold import folded, normal

CASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "folding.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"] or "empty")
def test_table(case: dict[str, str]) -> None:
    assert normal(case["typed"]) == case["normal"]
    assert folded(case["typed"]) == case["folded"]


@given(st.text())
def test_either_normal_form_of_unicode_is_one_text(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert folded(composed) == folded(decomposed)


@given(st.text())
def test_folding_takes_diacritics_away_and_nothing_else_back(text: str) -> None:
    assert folded(normal(text)) == folded(text)
    assert not any(unicodedata.combining(c) for c in folded(text))
