"""Provisions of documents in the search: found at their permalinks, with their points, behind their document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indexer.build.build import build
from indexer.search import search
from tests.kb.review.test_quotes import PROVISIONS
from tests.support.corpora import body, document, load


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("provisions")
    files = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/tt-90.yaml": document("tt-90", "90/2025/TT-BCA", "2025-09-15", more=PROVISIONS),
    }
    build(load(folder, files), folder / "index", day=date(2026, 1, 2))
    return folder / "index"


@pytest.mark.parametrize(
    ("query", "first", "url"),
    [
        ("nộp một bộ hồ sơ", "tt-90#dieu-2-khoan-1", "/van-ban/tt-90/#dieu-2-khoan-1"),
        ("đơn đăng ký", "tt-90#dieu-2-khoan-2", "/van-ban/tt-90/#dieu-2-khoan-2"),
        ("phạm vi thử", "tt-90#dieu-1", "/van-ban/tt-90/#dieu-1"),
        ("90/2025/TT-BCA", "tt-90", "/van-ban/tt-90/"),
    ],
)
def test_found_at_its_permalink(index: Path, query: str, first: str, url: str) -> None:
    hit = search(index, query).hits[0]
    assert (hit.id, hit.url) == (first, url)


def test_a_hit_says_which_provision_it_is(index: Path) -> None:
    hit = search(index, "nộp một bộ hồ sơ").hits[0]
    assert (hit.section, hit.kind_label) == ("Khoản 1 Điều 2", "Khoản")
    assert "90/2025/TT-BCA" in hit.title
