"""Citations that contradict themselves: a table that a jurist can add to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.citation.consistency import contradictions
from kb.citation.find import find

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "contradictions.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_table(case: dict[str, Any]) -> None:
    citations = find(case["text"])
    assert citations, "every case is a citation"
    faults = [fault for citation in citations for fault in contradictions(citation)]
    assert [[fault.part, fault.severity] for fault in faults] == case["found"]
    said = " ".join(fault.message for fault in faults)
    assert all(words in said for words in case.get("says", []))
