"""What is typed behind a command that asks for one record, in every form that texts and people write."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.commands.registers import opened_registers
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.errors import UnknownRecord
from kb.register.layers import LayerRegister
from kb.review.asked import read_asked
from kb.workspace import Workspace
from tests.support.paths import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("asked.yaml").read_text("utf-8"))


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


@cache
def registers() -> list[LayerRegister]:
    return opened_registers(Workspace(ROOT / "corpus"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["asked"])
def test_table(case: dict[str, Any]) -> None:
    asked = read_asked(corpus(), case["asked"], date(2026, 11, 30), registers())
    assert [record.id for record in asked.records] == case.get("means", [])
    assert asked.text == case.get("text", case["asked"])
    assert case.get("says", "") in "; ".join(asked.said)
    assert bool(asked.said) == ("says" in case)
    registered = {entry.number for _, entry in asked.entries}
    assert set(case.get("registered", [])) <= registered
    assert bool(registered) == ("registered" in case)
    assert asked.is_document or case.get("other") or asked.records
    assert not (case.get("other") and asked.is_document)


def test_none_is_refused_with_what_was_said() -> None:
    with pytest.raises(UnknownRecord, match="cùng số ấy"):
        read_asked(corpus(), "51-NQ/TW ngày 01/01/1999", date(2026, 11, 30)).found()
