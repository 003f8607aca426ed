"""Folding: a table of what each form does, and what must hold for any text."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.language.fold import composed, folded, normal
from tests.support.paths import ROOT

CASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "folding.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"] or "empty")
def test_table(case: dict[str, str]) -> None:
    assert normal(case["typed"]) == case["normal"]
    assert folded(case["typed"]) == case["folded"]


@given(st.text())
def test_either_normal_form_of_unicode_is_one_text(text: str) -> None:
    one, several = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert folded(one) == folded(several)


@given(st.text())
def test_folding_takes_diacritics_away_and_nothing_else_back(text: str) -> None:
    assert folded(normal(text)) == folded(text)
    assert not any(unicodedata.combining(c) for c in folded(text))


def test_many_marks_on_a_letter_take_time_in_proportion() -> None:
    started = time.process_time()
    composed("a" + "\u0301\u0327" * 200_000)
    assert time.process_time() - started < 5  # a fifth of a second here; the square took a minute and a half


def test_normal_forms_are_made_in_one_module() -> None:
    """The library's own function takes the square of the marks of a letter; a syllable has one."""
    callers = {path.stem for path in (ROOT / "kb").rglob("*.py") if "unicodedata.normalize(" in path.read_text("utf-8")}
    assert callers == {"normal_forms", "tone_on_second_vowel"}
