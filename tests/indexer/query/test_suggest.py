"""Words that the index does not know, and wrong diacritics, corrected from the index's own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from indexer.analysis import text_terms
from indexer.engines.port import Index
from indexer.engines.weight_codes import ONCE
from indexer.query.raw_keys import as_meant
from indexer.query.suggest import restore, suggest
from tests.indexer.ranking.tables import index_of


def cases(name: str) -> list[Any]:
    rows = yaml.safe_load((Path(__file__).parent / name).read_text("utf-8"))
    return [pytest.param(row, id=f"{row['typed']}: {row['vì']}") for row in rows]


def index_with(texts: list[str]) -> Index:
    """An index of a record a text."""
    postings: dict[str, dict[int, int]] = {}
    for number, text in enumerate(texts):
        for term in text_terms(text):
            postings.setdefault(term, {})[number] = ONCE
    return index_of(postings, len(texts))


@pytest.mark.parametrize("case", cases("suggestions.yaml"))
def test_suggest(case: dict[str, Any]) -> None:
    assert suggest(index_with(case["known"]), case["typed"]) == case["offered"]


@pytest.mark.parametrize(
    ("known", "typed", "meant"),
    [
        (["phụ nữ"], "phuj nuwx", "phụ nữ"),
        (["nghị định"], "nghi5 d9i5nh 06", "nghị định 06"),
        (["phụ nữ"], "phụ nuwx", "phụ nữ"),
        (["toàn thể"], "toafn ddowif", "toàn ddowif"),  # no record has "đời"
        (["phuj", "phụ"], "phuj", None),  # a word as it stands
        (["phụ nữ"], "phu nu", None),
    ],
)
def test_keys_that_no_input_method_read(known: list[str], typed: str, meant: str | None) -> None:
    assert as_meant(index_with(known), typed) == meant


@pytest.mark.parametrize("case", cases("restored.yaml"))
def test_restore(case: dict[str, Any]) -> None:
    assert restore(index_with(case["known"]), case["typed"]) == case["offered"]


def alignment_distance(a: str, b: str) -> int:
    """As the browser's suggest.js measures: a swap of neighbours is one change, and no letter is changed twice."""
    previous: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, previous, row = previous, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]


@given(st.text("abcd", max_size=8), st.text("abcd", max_size=8))
def test_the_library_measures_as_the_browser_does(one: str, other: str) -> None:
    assert OSA.distance(one, other) == alignment_distance(one, other)
