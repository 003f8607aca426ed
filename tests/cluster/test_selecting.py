"""The records that the cluster finds itself: proven to be the best, and exact in what their terms weigh."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.build.build import build_records
from indexer.engines.adapters.opensearch.reading import ClusterIndex
from indexer.engines.adapters.opensearch.weight_rows import WeightRows, feature, unpack_row
from indexer.engines.impacts import impact
from indexer.query.parse import parse
from indexer.query.plan import make_plan
from indexer.ranking.candidates import rank_candidates
from indexer.ranking.rank import points_of, rank
from indexer.records.corpus import records_of
from indexer.search import Searcher
from kb.corpus.load import load_corpus
from tests.support.paths import ROOT

ASKED = (
    "xử phạt vi phạm hành chính",
    "bao ve an ninh trat tu",
    "tiếp nhận, giải quyết tin báo về tội phạm của Công an cấp xã",
    "luật phòng cháy",
    "dân quân tự vệ",
)


@pytest.fixture(scope="module", params=["1", "3"])
def searcher(request: pytest.FixtureRequest, url: str, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """The real corpus, whose records have factors, in one shard and in three."""
    folder = tmp_path_factory.mktemp("index")
    settings = {"url": url, "alias": f"kb-test-selecting-{request.param}", "shards": request.param}
    records = list(records_of(load_corpus(ROOT / "corpus"), date(2026, 11, 24)))
    build_records(records, folder, {}, engine="opensearch", engine_settings=settings)
    return Searcher(folder)


@pytest.mark.parametrize("query", ASKED)
def test_the_candidates_are_ranked_as_every_record_is(searcher: Searcher, query: str) -> None:
    index = searcher.index
    assert isinstance(index, ClusterIndex)
    plan = make_plan(parse(query).text, {}, index.look_up)
    found, expected = rank_candidates(index, plan, 22, ()), rank(index, plan, 22)
    assert found
    assert found.best == expected.best
    assert found.found == expected.found
    for number, _ in found.best:
        assert points_of(index, found, number) == points_of(index, expected, number)


def test_an_answer_reads_no_posting_list(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        raise AssertionError("a posting list was read")

    monkeypatch.setattr(ClusterIndex, "_fetch", read)
    assert searcher.answer(ASKED[0]).hits


@pytest.mark.parametrize("factor", [0.75, 1.0, 1.6])
def test_a_feature_is_never_less_than_the_impact(factor: float) -> None:
    for code in range(256):
        assert impact(code, factor) < feature(code, factor) < impact(code, factor) * (1 + 2**-7)


def test_rows_are_the_posting_lists_turned_round() -> None:
    """Through several scratch files."""
    count = 20_000
    terms = [("s:an", ([0, 8191, 8192, 19_999], [1, 2, 3, 4])), ("s:ba", (range(count), [7] * count))]
    rows = WeightRows(count)
    assert [key for key, _ in rows.passing(terms)] == ["s:an", "s:ba"]
    documents = dict(rows.documents([1.0] * count))
    found = {number: unpack_row(documents[f"w{number}"]["row"]) for number in (0, 1, 8191, 8192, 19_999)}
    assert found == {0: {0: 1, 1: 7}, 1: {1: 7}, 8191: {0: 2, 1: 7}, 8192: {0: 3, 1: 7}, 19_999: {0: 4, 1: 7}}
    assert documents["w0"]["f"] == {"0": feature(1, 1.0), "1": feature(7, 1.0)}
