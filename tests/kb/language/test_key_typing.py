"""Keys of Telex and VNI, decoded word by word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.language.key_typing import decoded
from kb.language.syllable import is_syllable

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "keys.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["keys"])
def test_table(case: dict[str, Any]) -> None:
    assert decoded(case["keys"]) == case["word"]


@given(st.text(alphabet="abdeghinotuwyfsrxj123456789", max_size=14))
def test_what_is_decoded_is_a_syllable(keys: str) -> None:
    word = decoded(keys)
    assert word is None or is_syllable(word)
