"""Scores as the equations give them, and each threshold of the selection from both sides."""

from __future__ import annotations

import math
import random

import pytest

from indexer.engines.weight_codes import ONCE, WEIGHTS
from indexer.ranking.points import coverage, weigh_terms
from indexer.ranking.rank import Ranking, list_records, points_of, rank
from tests.indexer.ranking.tables import CountingIndex, Postings, RowIndex, index_of, plan_for, plan_of

HEAVY, LIGHT = 200, 60


def saturated(weight: float) -> float:
    return weight * 2.6 / (weight + 1.6)


def found(ranking: Ranking) -> set[int]:
    return {*ranking.results}


def test_a_term_weighs_what_it_is_rare() -> None:
    index = index_of({"s:an": {0: ONCE, 1: ONCE, 2: ONCE}, "s:ninh": {1: ONCE}}, 10)
    weighed, total = weigh_terms(index, plan_of(an=1.0, ninh=2.0, khong=0.5))
    expected = {"s:ninh": 2.0 * math.log(1 + 9.5 / 1.5), "s:an": math.log(1 + 7.5 / 3.5)}
    assert [one.planned.term for one in weighed] == ["s:ninh", "s:an"]
    assert [one.most for one in weighed] == pytest.approx([*expected.values()])
    assert total == pytest.approx(sum(expected.values()) + 0.5 * math.log(1 + 10.5 / 0.5)), "unknown terms count too"
    bounds = [most * saturated(WEIGHTS[ONCE]) for most in expected.values()]
    assert [one.bound for one in weighed] == pytest.approx(bounds)


def test_a_score_is_points_times_coverage_times_factor() -> None:
    index = index_of({"s:an": {0: HEAVY, 1: LIGHT, 2: LIGHT}, "s:ninh": {1: HEAVY}}, 10, {1: 1.5, 2: 0.5})
    plan = plan_for(index, {"s:an": 3.0, "s:ninh": 1.0})
    scores = {
        0: 3 * saturated(WEIGHTS[HEAVY]) * (0.42 + 0.58 * 0.75),
        1: (3 * saturated(WEIGHTS[LIGHT]) + saturated(WEIGHTS[HEAVY])) * 1.5,
        2: 3 * saturated(WEIGHTS[LIGHT]) * (0.42 + 0.58 * 0.75) * 0.5,
    }
    ranking = rank(index, plan, 0)
    assert dict(ranking.best) == pytest.approx(scores)
    assert [number for number, _ in ranking.best] == sorted(scores, key=lambda number: -scores[number])
    assert ranking.total == pytest.approx(4.0)


@pytest.mark.parametrize(("covered", "total", "factor"), [(0, 8, 0.42), (4, 8, 0.71), (8, 8, 1.0), (0, 0, 1.0)])
def test_coverage(covered: float, total: float, factor: float) -> None:
    assert coverage(covered, total) == pytest.approx(factor)


def test_of_equals_the_first_comes_first() -> None:
    index = index_of({"s:an": {3: ONCE, 1: ONCE, 2: ONCE}}, 5)
    assert [number for number, _ in rank(index, plan_of(an=1.0), 2).best] == [1, 2]
    assert [number for number, _ in rank(index, plan_of(an=1.0), 0).best] == [1, 2, 3]


def test_a_record_whose_name_was_typed_gains() -> None:
    index = index_of({"s:an": {0: ONCE, 1: ONCE}}, 5)
    best = rank(index, plan_of(an=1.0), 0, named={1}).best
    assert [number for number, _ in best] == [1, 0]
    assert best[0][1] == pytest.approx(1.6 * best[1][1])


def test_only_records_within_and_none_without() -> None:
    index = index_of({"s:an": dict.fromkeys(range(6), ONCE), "f:x": {}}, 8)
    assert found(rank(index, plan_of(an=1.0), 0, within={1, 2, 7}, without={2, 5})) == {1}
    forms = index_of({"s:án": {0: ONCE, 1: ONCE}, "s:àn": {1: ONCE, 2: ONCE}}, 8)
    plan = plan_for(forms, {"f:an": 1.0})
    assert found(rank(forms, plan, 0, within={1, 2})) == {1, 2}
    assert found(rank(forms, plan, 0)) == {0, 1, 2}


def test_written_forms_are_summed_before_they_saturate() -> None:
    index = index_of({"s:án": {0: LIGHT, 1: HEAVY}, "s:àn": {0: HEAVY}}, 8)
    best = dict(rank(index, plan_for(index, {"f:an": 2.0}), 0).best)
    assert best == pytest.approx({0: 2 * saturated(WEIGHTS[LIGHT] + WEIGHTS[HEAVY]), 1: 2 * saturated(WEIGHTS[HEAVY])})


def test_points_of_a_record_are_those_of_its_terms() -> None:
    index = index_of({"s:an": {0: HEAVY, 1: LIGHT}, "s:ninh": {1: HEAVY}}, 10)
    ranking = rank(index, plan_for(index, {"s:an": 3.0, "s:ninh": 1.0}), 0)
    points = {one.planned.term: gain for one, gain in points_of(index, ranking, 0)}
    assert points == pytest.approx({"s:an": 3 * saturated(WEIGHTS[HEAVY])})
    assert len(points_of(index, ranking, 1)) == 2
    assert points_of(index, list_records(index, {0}), 0) == []


def test_records_without_a_word_are_listed_by_factor() -> None:
    index = index_of({}, 5, {3: 1.25, 4: 0.5})
    assert list_records(index, {0, 2, 3, 4}).best == [(3, 1.25), (0, 1.0), (2, 1.0), (4, 0.5)]
    assert list_records(index_of({}, 5), {4, 1}).best == [(1, 1.0), (4, 1.0)]


def ones(count: int) -> dict[str, dict[int, int]]:
    """Terms of which each stands in a record of its own."""
    return {f"s:w{number}": {number: ONCE} for number in range(count)}


def results_with(last: float, count: int, records: range, size: int) -> set[int]:
    """The results of `count` terms of one point and one of `last` points, which stands in `records`."""
    index = index_of({**ones(count), "s:z": dict.fromkeys(records, ONCE)}, size)
    return found(rank(index, plan_for(index, {**dict.fromkeys(ones(count), 1.0), "s:z": last}), 0))


@pytest.mark.parametrize(("last", "selects"), [(0.525, False), (0.528, True)])
def test_terms_select_until_they_hold_their_share(last: float, selects: bool) -> None:
    """10 of 10.526 is 95 %: then the last term does not select, and a record that has it alone is no result."""
    assert (20 in results_with(last, 10, range(20, 21), 2000)) is selects


@pytest.mark.parametrize(
    ("last", "records", "selects"),
    [(0.555, 1001, False), (0.556, 1001, True), (0.555, 1000, True), (0.52, 1001, False)],
)
def test_a_costly_term_selects_only_until_the_smaller_share(last: float, records: int, selects: bool) -> None:
    """5 of 5.556 is 90 %, which is enough before a term of more than 1000 records."""
    assert (20 in results_with(last, 5, range(20, 20 + records), 2000)) is selects


@pytest.mark.parametrize(("last", "is_result"), [(7.01, True), (6.99, False)])
def test_a_result_has_a_share_of_the_question(last: float, is_result: bool) -> None:
    index = index_of({"s:a": {0: ONCE}, "s:z": {1: ONCE}}, 50)
    ranking = rank(index, plan_for(index, {"s:a": 100 - last, "s:z": last}), 0)
    assert (1 in found(ranking)) is is_result
    assert 1 in found(rank(index, plan_for(index, {"s:a": 100 - last, "s:z": last}), 0, exhaustive=True))


@pytest.mark.parametrize(("last", "is_result"), [(0.51, True), (0.49, False)])
def test_where_no_record_has_much_half_of_the_best_is_enough(last: float, is_result: bool) -> None:
    """Each of the terms stands alone: a share of 7 % of them all would be more than half of any record."""
    assert (20 in results_with(last, 8, range(20, 21), 50)) is is_result


def test_exactly_half_of_the_best_is_enough() -> None:
    index = index_of({**ones(8), "s:z": {20: ONCE}}, 50)
    plan = plan_of(**{f"w{number}": 1.0 for number in range(8)}, z=0.5)
    assert 20 in found(rank(index, plan, 0))


def random_index(chance: random.Random) -> Postings:
    words = [f"s:w{number}" for number in range(12)]
    sizes = [chance.choice((1, 3, 10, 40, 100)) for _ in words]
    listed = zip(words, (chance.sample(range(120), size) for size in sizes), strict=True)
    return {word: {number: chance.randrange(20, 250) for number in numbers} for word, numbers in listed}


@pytest.mark.parametrize("seed", range(40))
def test_records_that_are_dropped_would_not_have_been_among_the_first(seed: int) -> None:
    chance = random.Random(seed)
    factors = {number: chance.choice((0.5, 0.75, 1.0, 1.25, 2.0)) for number in range(120)} if seed % 2 else None
    index = index_of(random_index(chance), 120, factors)
    plan = plan_of(**{f"w{number}": chance.choice((0.05, 0.6, 1.0)) for number in range(12)})
    named = {*chance.sample(range(120), 2)}
    every = rank(index, plan, 0, named=named)
    scored_in_full = len(index.looked_up)
    for limit in (1, 3, 10):
        few = rank(index, plan, limit, named=named)
        assert few.best == every.best[:limit]
        assert found(few) == found(every)
        assert len(index.looked_up) <= scored_in_full


def test_written_forms_of_one_are_summed_before_they_saturate() -> None:
    """And the terms after them count as well."""
    postings = {"s:đường": {0: LIGHT, 1: LIGHT}, "s:dương": {0: HEAVY, 2: LIGHT}, "s:trú": {0: LIGHT, 2: HEAVY}}
    index = index_of(postings, 10)
    plan = plan_for(index, {"f:duong": 3.0, "s:trú": 2.0})
    both = WEIGHTS[LIGHT] + WEIGHTS[HEAVY]
    light, heavy = saturated(WEIGHTS[LIGHT]), saturated(WEIGHTS[HEAVY])
    scores = {0: 3 * saturated(both) + 2 * light, 1: 3 * light * (0.42 + 0.58 * 0.6), 2: 3 * light + 2 * heavy}
    assert dict(rank(index, plan, 0).best) == pytest.approx(scores)
    assert dict(rank(index, plan, 0, within={1, 2}).best) == pytest.approx({1: scores[1], 2: scores[2]})


WRITTEN = ("dương", "đường", "đương", "cư", "cứ", "trú", "hiếm")


@pytest.mark.parametrize("seed", range(20))
def test_a_common_term_gives_from_the_rows_what_it_gives_from_its_lists(seed: int) -> None:
    """A form of its own (``s:``) and several written forms of one (``f:``), where some of them or all are common."""
    chance = random.Random(seed)
    sizes = {word: chance.choice((31, 60, 100)) for word in WRITTEN} | {"hiếm": 12, "cứ": chance.choice((5, 40))}
    postings = {
        f"s:{word}": {number: chance.randrange(20, 250) for number in chance.sample(range(120), size)}
        for word, size in sizes.items()
    }
    terms = {"s:hiếm": 9.0} | {term: chance.choice((0.2, 0.4)) for term in ("f:duong", "f:cu", "s:trú", "s:đường")}
    plain, with_rows = (index_of(postings, 120, kind=kind) for kind in (CountingIndex, RowIndex))
    assert {len(one.common) for one in with_rows.look_up(terms).values()} >= {0, 1, 3}
    expected, ranking = (rank(index, plan_for(plain, terms), 0) for index in (plain, with_rows))
    assert dict(ranking.best) == pytest.approx(dict(expected.best))
    assert len({score for _, score in ranking.best}) > 5


def scored(strong: int, weak: int, *, limit: int, named: tuple[int, ...] = (), factor: float = 1.0) -> list[int]:
    """The records scored in full: 0 and 1 have the term that selects, so strong and so weak; a common one does not."""
    postings = {"s:rare": {0: strong, 1: weak}, "s:common": dict.fromkeys(range(2, 50), ONCE)}
    index = index_of(postings, 100, {1: factor})
    rank(index, plan_for(index, {"s:rare": 20.0, "s:common": 1.0}), limit, named=named)
    return [*index.looked_up]


def test_only_records_that_may_still_come_first_are_scored_in_full() -> None:
    """What the common term could add, one point and a 21st of the question, is known before it is looked up."""
    sure = 20 * saturated(WEIGHTS[200]) * (0.42 + 0.58 * 20 / 21)
    may_reach = [code for code in range(256) if 20 * saturated(WEIGHTS[code]) + saturated(WEIGHTS[ONCE]) >= sure]
    least = min(may_reach)
    assert 150 < least < 200
    assert scored(200, least, limit=1) == [0, 1]
    assert scored(200, least - 1, limit=1) == [0]
    assert scored(200, least - 1, limit=2) == [0, 1], "as many as are asked for are never dropped"
    assert scored(200, least - 1, limit=1, named=(1,)) == [0, 1], "its name may still bring it to the front"
    assert scored(200, least - 1, limit=1, factor=1.02) == [0, 1]
    assert scored(200, least - 1, limit=1, factor=1.2) == [1]
    assert scored(200, 255, limit=1, factor=0.8) == [0]
    assert scored(200, 255, limit=1, factor=0.94) == [0, 1]
