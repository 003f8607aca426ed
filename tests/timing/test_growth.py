"""Every known attack takes time in proportion to its length: eight times the text, not sixty-four times the time.

Texts that no one has thought of are looked for by `python -m tests.timing.fuzz`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.timing.growth import grown, seconds
from tests.timing.readers import READERS

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "attacks.yaml").read_text("utf-8"))
LONGER = 8
"""How many times longer the longer text is; time in the square of the length would grow as much again."""
MOST_GROWTH = 24.0
"""Three times what is in proportion, for a machine that does other work too; a third of what the square gives."""

SHORTEST = 0.08
"""Seconds that the runs of one text take together at least: eight ticks of the clock."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['read']}: {case['why']}")
def test_time_is_in_proportion(case: dict[str, Any]) -> None:
    read, length = READERS[case["read"]], case["length"]
    short, long = grown(case["parts"], length // LONGER), grown(case["parts"], length)
    read(short)  # what is loaded once is not timed
    assert seconds(read, long, SHORTEST) < MOST_GROWTH * seconds(read, short, SHORTEST)


def test_a_square_is_seen() -> None:
    def square(text: str) -> int:
        return sum(text.count("b") for _ in text)

    case = {"why": "", "read": "square", "parts": [["a"]], "length": 20000}
    READERS["square"] = square
    try:
        with pytest.raises(AssertionError):
            test_time_is_in_proportion(case)
    finally:
        del READERS["square"]
