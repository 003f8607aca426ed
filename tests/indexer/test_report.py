"""A query answered in words: what the first lines say, and what else may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.commands.rate import rate
from indexer.commands.terminal import PageMissing, open_hit
from indexer.query.filters import has_phrases
from indexer.query.parse import parse
from indexer.report import report_lines
from indexer.search import search
from indexer.snippet import Snippet, snippet


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("ct 46", "văn bản mang số này; xem cơ quan và năm ban hành."),
        ("phòng chóng ma túy", "Có phải: phòng chống ma túy?"),
    ],
)
def test_what_is_said_before_the_hits(index: Path, query: str, line: str) -> None:
    assert any(line in said for said in report_lines(search(index, query), color=False))


@pytest.mark.parametrize(("query", "corrected"), [("an ninh", False), ("ninhh", True)])
def test_a_page_behind_the_last_has_no_more(index: Path, query: str, corrected: bool) -> None:
    results = search(index, query, page=999)
    lines = list(report_lines(results, color=False))
    assert (results.hits, results.corrected) == ((), corrected)
    assert results.total == search(index, query).total > 0
    assert lines[-1] == f"Trang 999 không còn kết quả; cả thảy có {results.total} kết quả, xem từ trang 1."
    assert not any("Không tìm thấy" in line for line in lines)


def test_near_duplicates_are_named_below_their_hit(index: Path) -> None:
    results = search(index, "an ninh")
    hit = results.hits[0]._replace(alike=("a", "b"), snippet=Snippet(results.hits[0].title, ()))
    lines = list(report_lines(results._replace(hits=(hit,)), color=False))
    assert "    và 2 bản gần giống: a, b" in lines


def test_a_hit_without_a_page_is_not_opened(index: Path) -> None:
    hit = search(index, "an ninh").hits[0]._replace(id="a#1", url="")
    with pytest.raises(PageMissing, match="a#1 không có trang để mở"):
        open_hit(hit, None)


def test_records_a_second_also_before_a_second_is_over() -> None:
    assert 0 <= rate(0, 0.0) <= rate(10**12, 0.0)


def test_a_phrase_without_a_word_is_none() -> None:
    assert parse('"..." an ninh').phrases == ()
    assert has_phrases({}, ())


def test_a_word_longer_than_the_window_is_passed_over() -> None:
    long = "a" * 400
    found = snippet(f"{long} an ninh trật tự", ("an", "ninh", long), 40)
    assert "an ninh" in found.text
