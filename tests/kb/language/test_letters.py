"""Every spelling of a letter is one letter, and the words found in it stand where they were typed."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.language.letters import Letters, spelt
from tests.support.decorations import DECORATIONS, decorated

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "letters.yaml").read_text("utf-8"))
VIETNAMESE = st.text(alphabet="aăâeêioôơuưyđĐàằầèềìòồờùừỳạặậẹệịọộợụựỵ bcn-/124,.", max_size=60)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_table(case: dict[str, Any]) -> None:
    letters = Letters(case["typed"])
    assert letters.text == case["spelt"]
    for words, place in case.get("at", {}).items():
        start = letters.text.index(words)
        assert list(letters.original(start, start + len(words))) == place


@given(st.text())
def test_spelling_is_settled_after_one_reading(text: str) -> None:
    assert spelt(spelt(text)) == spelt(text)


@given(st.text())
def test_places_stand_in_the_text_in_its_order(text: str) -> None:
    letters, before = Letters(text), 0
    for place in range(len(letters.text)):
        start, end = letters.original(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert start >= before
        before = start


@given(VIETNAMESE, st.sampled_from(sorted(DECORATIONS)), st.randoms(use_true_random=False))
def test_a_decorated_text_is_spelt_as_it_was(text: str, name: str, chance: Any) -> None:
    pieces = decorated(text, name, chance)
    letters = Letters("".join(pieces))
    assert letters.text == unicodedata.normalize("NFC", text)
    begin = 0
    for place, piece in enumerate(pieces):
        start, end = letters.original(place, place + 1)
        assert begin <= start < end <= begin + len(piece)
        begin += len(piece)
