"""The weight of a term in a record: the inner sum of BM25F, as a code."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.build.build import build_records
from indexer.engines.weight_codes import ONCE, WEIGHTS, encode
from indexer.ranking.weights import AVERAGE_STEP, averages, total_lengths, weigh
from indexer.records.record import IndexRecord
from indexer.search import Searcher

AVERAGE = {"title": 10.0, "text": 100.0, "context": 20.0, "hints": 5.0}
NONE: dict[str, list[str]] = {"title": [], "text": [], "context": [], "hints": []}


@pytest.mark.parametrize(("field", "weight"), [("title", 4.0), ("text", 1.0), ("context", 2.0), ("hints", 0.4)])
@pytest.mark.parametrize(("length", "share"), [(1.0, 1.0), (2.0, 1 / 1.6), (0.0, 1 / 0.4)])
def test_a_field_weighs_by_its_kind_and_length(field: str, weight: float, length: float, share: float) -> None:
    lengths = {name: int(average * length) for name, average in AVERAGE.items()}
    (code,) = weigh({**NONE, field: ["s:an"]}, lengths, AVERAGE).values()
    assert code == encode(weight * share)
    (code,) = weigh({**NONE, field: ["s:an"] * 3}, lengths, AVERAGE).values()
    assert code == encode(3 * weight * share)


def test_the_fields_of_a_term_add_up() -> None:
    lengths = {name: int(average) for name, average in AVERAGE.items()}
    codes = weigh({**NONE, "title": ["s:an"], "text": ["s:an", "s:ninh"]}, lengths, AVERAGE)
    assert codes == {"s:an": encode(5.0), "s:ninh": encode(1.0)}


def test_averages() -> None:
    lengths = [{"title": 4, "text": 10, "context": 0, "hints": 1}, {"title": 8, "text": 30, "context": 0, "hints": 0}]
    assert total_lengths(lengths) == ({"title": 12, "text": 40, "context": 0, "hints": 1}, 2)
    assert total_lengths([]) == (dict.fromkeys(AVERAGE, 0), 0)
    found = averages(*total_lengths(lengths))
    assert found == pytest.approx({"title": 6.0, "text": 20.0, "context": 1.0, "hints": 0.5}, rel=AVERAGE_STEP / 2)
    assert averages({**dict.fromkeys(AVERAGE, 0)}, 0) == dict.fromkeys(AVERAGE, 1.0)


def test_one_edited_record_of_many_changes_no_average() -> None:
    before = averages({"title": 500_000, "text": 9_000_000, "context": 1_000_000, "hints": 0}, 62_323)
    after = averages({"title": 500_009, "text": 9_000_400, "context": 1_000_000, "hints": 0}, 62_323)
    assert before == after


def test_codes_are_logarithmic() -> None:
    assert all(encode(weight) == code for code, weight in enumerate(WEIGHTS))
    assert (encode(1e-9), encode(1e9)) == (0, 255)
    assert WEIGHTS[0] == pytest.approx(0.02)
    assert WEIGHTS[101] / WEIGHTS[100] == pytest.approx(1.035)
    assert WEIGHTS[ONCE] == pytest.approx(1.0, rel=0.018)


def test_kinds_of_records_weigh_as_a_reader_of_law_looks_for_them(tmp_path: Path) -> None:
    expected = {
        "document": 1.25,
        "observance": 1.15,
        "programme": 1.1,
        "model": 1.0,
        "article": 1.0,
        "paragraph": 0.95,
        "body": 0.9,
        "term": 0.8,
    }
    rows = [IndexRecord(id=kind, kind=kind, kind_label=kind, url="", title="Cư trú") for kind in expected]
    build_records(rows, tmp_path, {})
    hits = Searcher(tmp_path).answer("cư").hits
    scores = {hit.id: hit.score for hit in hits}
    assert {kind: score / scores["model"] for kind, score in scores.items()} == pytest.approx(expected, rel=1e-3)
