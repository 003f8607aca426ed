"""The names of laws by first letters or without marks, from a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.library.law_asked import laws_meant

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("laws_asked.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_which_laws_may_be_meant(case: dict[str, Any]) -> None:
    assert sorted(laws_meant(case["typed"], case.get("titles", []))) == case["meant"]
