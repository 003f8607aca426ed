"""The records that the cluster finds itself: proven to be the best, and exact in what their terms weigh."""

from __future__ import annotations

from datetime import date
from itertools import chain, combinations

import pytest

from indexer.build.build import build_records
from indexer.engines.adapters.opensearch.forms import ClusterForm
from indexer.engines.adapters.opensearch.reading import ClusterIndex
from indexer.engines.adapters.opensearch.selecting import counted_shares, summed_shares
from indexer.engines.adapters.opensearch.weighing import Weighing
from indexer.engines.adapters.opensearch.weight_rows import WeightRows, feature, unpack_row
from indexer.engines.forms_term import FormsTerm
from indexer.engines.impacts import impact
from indexer.engines.weight_codes import ONCE, WEIGHTS
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


RECORDS = {2: 10, 3: 10, 5: 900, 7: 10}
"""How many records have each form."""


def term(*ordinals: int) -> FormsTerm[ClusterForm]:
    """A term of these forms, none of them above a weight of one."""
    forms = [ClusterForm(f"f:a\0{one}", one, RECORDS.get(one, 1), ONCE, 1, 1) for one in ordinals]
    return FormsTerm("a", forms, lambda form: ((), ()), 1000)


QUESTION = [(term(3), 0.3), (term(5), 0.1), (term(7), 0.05), (term(2, 3, 5), 0.25), (term(7), 0.01)]
"""Words as typed, lookalikes of two of them, and one word twice."""
SHARES = {2: 0.25, 3: 0.55, 5: 0.35, 7: 0.06}
"""What each form adds to a sum, a time its impact."""


def test_words_counted_among_their_lookalikes_count_what_each_counts_alone() -> None:
    counted = counted_shares(QUESTION)
    assert sorted(map(sorted, counted)) == [[2, 3, 5], [5], [7]]
    for has in map(set, chain.from_iterable(combinations((2, 3, 5, 7), size) for size in range(5))):
        expected = sum(share for one, share in QUESTION if has & {form.ordinal for form in one.forms})
        assert sum(max((shares[one] for one in has & shares.keys()), default=0.0) for shares in counted) == (
            pytest.approx(expected)
        )


@pytest.mark.parametrize(("spared", "summed"), [(0.0, {2, 3, 5, 7}), (0.6, {2, 3, 7}), (0.8, {2, 3}), (9.0, set())])
def test_the_longest_lists_for_what_they_may_add_are_left_out_of_sums(spared: float, summed: set[int]) -> None:
    shares, left_out = summed_shares(QUESTION, spared, 1.0)
    assert shares.keys() == summed
    assert all(shares[one] == pytest.approx(SHARES[one]) for one in summed)
    assert left_out <= spared
    assert left_out == pytest.approx(sum(SHARES[one] for one in SHARES.keys() - summed) * impact(ONCE, 1.0))


def test_a_term_weighs_the_sum_of_its_forms_in_their_order() -> None:
    weighing = Weighing([term(3).forms, term(2, 3, 5).forms, term(8).forms], lambda form: form.ordinal)
    assert weighing.weights({5: 9, 3: 7, 2: 5, 1: 200}) == [WEIGHTS[7], WEIGHTS[5] + WEIGHTS[7] + WEIGHTS[9], 0.0]
