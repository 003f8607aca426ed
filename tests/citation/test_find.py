"""Finding: one phenomenon a case, every part and place asserted; any text is taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.citation import find_numbered
from kb.citation.models import NumberedCitation

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "numbered.yaml").read_text("utf-8"))


def parts(citation: NumberedCitation) -> dict[str, str]:
    spans = {"type": citation.type_typed, "date": citation.date_typed, "issuer": citation.issuer_typed}
    found = {"surface": citation.span.surface, "number": str(citation.number)}
    return found | {name: span.surface for name, span in spans.items() if span}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_table(case: dict[str, Any]) -> None:
    assert [parts(citation) for citation in find_numbered(case["text"])] == case["found"]


@given(st.text(max_size=400) | st.text(alphabet="0129/-.ABCĐĐÐtth sốngày của,", max_size=400))
def test_spans_stand_in_the_text(text: str) -> None:
    end = 0
    for citation in find_numbered(text):
        assert text[citation.span.start : citation.span.end] == citation.span.surface
        assert text[citation.number_typed.start : citation.number_typed.end] == citation.number_typed.surface
        assert citation.number_typed.start >= end
        end = citation.number_typed.end
