"""Numbers that bound what a search shows, each from both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer import complete
from indexer.build.build import build_records
from indexer.engines.opening import DEFAULT, SETTING, engine_named
from indexer.engines.port import EngineRecord
from indexer.manifest import CURRENT, MANIFEST, VERSION, write_table
from indexer.query.glossary import contractions_in, expansions_in
from indexer.query.questions import definition_terms
from indexer.records.record import IndexRecord
from indexer.search import MAX_QUERY, Searcher
from kb.errors import QueryRefused

LONG = (
    "người điều khiển phương tiện phải chấp hành hiệu lệnh của người có thẩm quyền và biển báo đường bộ theo quy định"
)


def article(identity: str, title: str = "Cư trú", text: str = "", prior: float = 1.0, issued: int = 0) -> IndexRecord:
    return IndexRecord(identity, "article", "Điều luật", "", title, text, prior=prior, issued=issued)


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """Twenty near-duplicates and two other articles."""
    folder = tmp_path_factory.mktemp("alike")
    rows = [article(f"a{number}", text=f"{LONG}, cư trú") for number in range(20)]
    others = [
        article(f"b{number}", title=f"Cư trú {number}", text=f"văn bản số {number}", prior=0.5) for number in (1, 2)
    ]
    build_records([*rows, *others], folder, {})
    return Searcher(folder)


def test_near_duplicates_take_no_more_places_than_are_spare(alike: Searcher) -> None:
    (hit,) = alike.answer("cư trú", limit=1).hits
    assert len(hit.alike) == 12
    assert alike.answer("cư trú", limit=1).total == 22


def test_without_a_limit_every_near_duplicate_is_named(alike: Searcher) -> None:
    first, *others = alike.answer("cư trú", limit=0).hits
    assert len(first.alike) == 19
    assert [hit.alike for hit in others] == [(), ()]


def test_sorted_results_have_a_share_of_the_best_score(tmp_path: Path) -> None:
    priors = {"a": 1.0, "b": 0.401, "c": 0.399}
    days = {"a": 20200101, "b": 20210101, "c": 20220101}
    rows = [article(name, text=name * 3, prior=prior, issued=days[name]) for name, prior in priors.items()]
    build_records(rows, tmp_path, {})
    searcher = Searcher(tmp_path)
    assert [hit.id for hit in searcher.answer("cư trú", sort="issued").hits] == ["b", "a"]
    assert [hit.id for hit in searcher.answer("cư trú", sort="rank").hits] == ["a", "b"]
    assert [hit.id for hit in searcher.answer("cư trú").hits] == ["a", "b", "c"]


def test_records_without_a_day_come_last(tmp_path: Path) -> None:
    rows = [article("khong"), article("moi", text="hai", issued=20220101), article("cu", text="ba", issued=20200101)]
    build_records(rows, tmp_path, {})
    assert [hit.id for hit in Searcher(tmp_path).answer("cư trú", sort="issued").hits] == ["moi", "cu", "khong"]


def test_the_longest_query(alike: Searcher) -> None:
    assert alike.answer("cư trú ".ljust(MAX_QUERY - 1) + "x").hits
    with pytest.raises(QueryRefused):
        alike.answer("cư trú ".ljust(MAX_QUERY) + "x")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("tt", {}), ("TT", {"TT": "thông tư"}), ("ant", {"ANT": "an ninh"}), ("(ANT),", {"ANT": "an ninh"})],
)
def test_a_short_abbreviation_counts_only_in_capitals(typed: str, understood: dict[str, str]) -> None:
    assert expansions_in(typed, {"TT": "thông tư", "ANT": "an ninh"}) == understood


@pytest.mark.parametrize(("long", "understood"), [("thông", {}), ("thông tư", {"T": "thông tư"})])
def test_an_expansion_of_one_word_is_no_abbreviation(long: str, understood: dict[str, str]) -> None:
    assert contractions_in("thông tư này", {"T": long}) == understood


@pytest.mark.parametrize(("count", "defined"), [(1, False), (2, True), (14, True), (15, False)])
def test_the_length_of_a_defined_term(count: int, defined: bool) -> None:
    text = " ".join(["Một", *["hai"] * (count - 1)])
    assert bool([*definition_terms(f"1. {text} là thông tin.")]) is defined


@pytest.mark.parametrize(("count", "proposed"), [(60, 60), (61, 60)])
def test_no_more_than_a_screen_is_proposed(tmp_path: Path, count: int, proposed: int) -> None:
    write_index(tmp_path, count)
    assert len(complete.names(tmp_path, "a-")) == proposed


@pytest.mark.parametrize(("count", "read"), [(5000, True), (5001, False)])
def test_a_large_index_is_not_read_through_for_names(tmp_path: Path, count: int, read: bool) -> None:
    write_index(tmp_path, count)
    assert bool(complete.names(tmp_path, "a-4")) is read


def write_index(directory: Path, count: int) -> None:
    """An index of so many records without words."""
    rows = [{"id": f"a-{number}", "kind": "document", "number": "", "title": ""} for number in range(count)]
    folder = directory / "index-1"
    folder.mkdir()
    engine_named(DEFAULT).write(folder, map(EngineRecord, rows), iter(()), len(rows))
    write_table(folder / MANIFEST, {"version": VERSION, SETTING: DEFAULT})
    (directory / CURRENT).write_text(folder.name, "utf-8")
