"""How far a reader looks around a citation: a case at every bound, and one code point beyond it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.citation.find import find
from tests.kb.citation.test_find import row

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "windows.yaml").read_text("utf-8"))


def part(name: str, text: str) -> object:
    """The part of the last citation of a text; None where it has none."""
    citations = find(text)
    if name == "count":
        return len(citations)
    if not citations:
        return None
    title = citations[-1].title
    return (title and title.surface) if name == "title" else row(citations[-1]).get(name)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_table(case: dict[str, Any]) -> None:
    text, fill, reach = case["text"], case["fill"], case["reach"]
    read, beyond = (
        value.format(fill * reach) if isinstance(value, str) else value for value in (case["read"], case["beyond"])
    )
    assert part(case["part"], text.format(fill * reach)) == read
    assert part(case["part"], text.format(fill * (reach + 1))) == beyond
