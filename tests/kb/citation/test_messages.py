"""What readers are told, word by word, and the words at which the name of a body ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.citation.compared import Gap
from kb.citation.find import find
from kb.citation.models import CitationFault

HERE = Path(__file__).parent
SAID: dict[str, Any] = yaml.safe_load((HERE / "messages.yaml").read_text("utf-8"))
GAPS: dict[str, str] = SAID.pop("gaps")
NEXT: list[str] = yaml.safe_load((HERE / "next_words.yaml").read_text("utf-8"))


@pytest.mark.parametrize("part", SAID)
def test_a_fault_is_told_in_these_words(part: str) -> None:
    assert CitationFault(part, "ĐÚNG", "SAI").message == SAID[part]


def test_why_a_day_was_not_compared_is_told_in_these_words() -> None:
    assert {gap.name: gap.value for gap in Gap} == GAPS


@pytest.mark.parametrize("word", NEXT)
def test_the_name_of_a_body_ends_before_these_words(word: str) -> None:
    assert issuer(f"Sở Tư pháp {word} các đơn vị") == "Sở Tư pháp"


def test_a_name_may_hold_a_word_that_is_a_verb_elsewhere() -> None:
    assert issuer("Tổng cục Hậu cần, các đơn vị") == "Tổng cục Hậu cần"


def issuer(words: str) -> str:
    (found,) = find(f"Công văn số 12/CV-VP ngày 05/3/2024 của {words}")
    return found.issuer_typed.surface if found.issuer_typed else ""
