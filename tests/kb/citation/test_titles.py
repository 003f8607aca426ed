"""Titles compared: a table with a case on either side of every bound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.citation.titles import Difference, Titles

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "titles.yaml").read_text("utf-8"))
TITLES = Titles({"ANTT": "an ninh trật tự"})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_table(case: dict[str, Any]) -> None:
    differ = [Difference(got, expected, case.get("case", False)) for got, expected in case["differ"]]
    assert TITLES.differences(case["typed"], case["title"]) == differ
    assert TITLES.likeness(case["typed"], case["title"]).value == case["likeness"]
