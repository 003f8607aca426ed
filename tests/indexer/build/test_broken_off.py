"""A build that breaks off leaves nothing, and clears up what one that was killed has left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.build.build import build_records
from indexer.records.record import IndexRecord
from kb.errors import IndexUnusable
from tests.indexer.build.test_robust import articles


def test_a_source_that_breaks_ends_the_pool_and_leaves_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.build.batches.POOL_THRESHOLD", 10)
    monkeypatch.setattr("indexer.build.batches.BATCH", 20)
    turn = []

    class Breaking:
        """Counted whole at first; broken off when it is read to be inverted."""

        def __iter__(self) -> Iterator[IndexRecord]:
            turn.append(1)
            for place, record in enumerate(articles(tmp_path / "a.jsonl.xz", 90)):
                if len(turn) > 1 and place == 70:
                    raise IndexUnusable("nguồn hỏng")
                yield record

    with pytest.raises(IndexUnusable, match="nguồn hỏng"):
        build_records(Breaking(), tmp_path / "index", {})
    assert not list((tmp_path / "index").glob("index-*"))


def test_what_a_killed_build_left_is_deleted_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / "index" / "index-000000000000"
    left.mkdir(parents=True)
    build_records(articles(tmp_path / "a.jsonl.xz", 5), tmp_path / "index", {})
    assert not left.exists()
