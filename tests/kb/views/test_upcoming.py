"""When a day comes next, in the words of a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.views.upcoming import coming

CASES = yaml.safe_load(Path(__file__).with_name("upcoming.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['due']} from {case['today']}")
def test_a_day_comes_next(case: dict[str, Any]) -> None:
    found = coming(case["due"], case["today"])
    assert (found and found.shown, found and found.left_shown) == (case.get("shown"), case.get("left"))
