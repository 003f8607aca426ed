"""What must come first, as editors wrote it down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from indexer.search import search

QUERIES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "queries.yaml").read_text("utf-8"))


def test_enough_queries_each_with_a_reason() -> None:
    assert len(QUERIES) >= 100
    assert all(query["vì"] and ("first" in query or "within" in query) for query in QUERIES)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["q"])
def test_query(index: Path, query: dict[str, Any]) -> None:
    found = [hit.id.split("#")[-1] for hit in search(index, query["q"], limit=10).hits]
    expected = {query["first"]: 1} if "first" in query else {}
    for wanted, last in (expected | query.get("within", {})).items():
        assert any(identity.startswith(wanted) for identity in found[:last]), found
