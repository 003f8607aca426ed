"""Provisions as questions name them, from a table; any text is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.library.provision_asked import provision_asked

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("provisions_asked.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["asked"])
def test_what_is_asked_for(case: dict[str, Any]) -> None:
    asked = provision_asked(case["asked"])
    if case.get("none"):
        assert asked is None
        return
    assert asked is not None
    assert asked.document == case["document"]
    assert {article: list(parts) for article, parts in asked.articles.items()} == case.get("articles", {})
    assert asked.larger == case.get("larger", "")


@given(st.text(alphabet="điều khoản12.,-/aĐ Luật", max_size=80))
def test_any_text_is_read(text: str) -> None:
    provision_asked(f"Điều 1 {text}")
    provision_asked(text)
