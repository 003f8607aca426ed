"""What the port asks (`indexer.engines.port`), of every engine."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from indexer.analysis import SEPARATOR, key_of
from indexer.engines.opening import engine_named
from indexer.engines.port import EngineRecord, Index, Postings
from indexer.engines.weight_codes import ONCE, WEIGHTS
from indexer.records.record import IndexRecord
from kb.errors import IndexUnusable
from tests.indexer.engines.conftest import ENGINES

STORED = asdict(
    IndexRecord(
        id="luật-1",
        kind="document",
        kind_label="Luật",
        url="/van-ban/luật-1/",
        title="Nghị quyết “𝔡” \t\n\0",
        names=("một", "", "hai"),
        issued=20211228,
        rank=4_000_000_000,
        prior=0.8125,
    )
)
POSTINGS: dict[str, Postings] = {
    key_of("s:dương"): ([0, 2, 5], bytes([3, 200, 255])),
    key_of("s:đường"): ([1, 2], bytes([0, ONCE])),
    key_of("s:duong"): ([5], bytes([17])),
    key_of("b:an_ninh"): ([0, 1, 2, 3, 4, 5], bytes([9] * 6)),
    key_of("c:an_ninh"): ([4], bytes([1])),
    key_of("n:124|2021|ttbca"): ([3], bytes([ONCE])),
    key_of("x:𝔡ễ"): ([0], bytes([ONCE])),
    f"=issuer:bo cong an{SEPARATOR}Bộ Công an": ([0, 4], bytes([ONCE] * 2)),
    f"=issuer:bo noi vu{SEPARATOR}Bộ Nội vụ": ([1], bytes([ONCE])),
    f"=year:2021{SEPARATOR}2021": ([2], bytes([ONCE])),
    f"~issuer:bca{SEPARATOR}": ([0, 4], bytes([ONCE] * 2)),
}
RECORDS = [
    EngineRecord(STORED),
    EngineRecord({"id": "1"}, factor=0.1),
    EngineRecord({"id": "2"}, issued=20211228),
    *(EngineRecord({"id": str(number)}) for number in range(3, 6)),
]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def opened(engine: str, tmp_path: Path) -> Index:
    """A small index: three words of one folded form, facets, columns that are not all default."""
    engine_named(engine).write(tmp_path, iter(RECORDS), iter(sorted(POSTINGS.items())), len(RECORDS))
    return engine_named(engine).open_index(tmp_path)


def written(opened: Index, term: str) -> dict[str, int]:
    return dict(opened.look_up([term])[term].written())


def test_terms_that_are_there_are_found(opened: Index) -> None:
    terms = ["s:dương", "s:đường", "s:duong", "f:duong", "g:an_ninh", "n:124|2021|ttbca", "x:𝔡ễ"]
    assert set(opened.look_up(iter([*terms, "s:dưỡng", "b:đường", "f:d", "n:124", "", "s:", "\0"]))) == set(terms)


def test_a_folded_term_is_the_union_of_its_written_forms(opened: Index) -> None:
    assert written(opened, "f:duong") == {"duong": 1, "dương": 3, "đường": 2}
    assert written(opened, "s:đường") == {"đường": 2}
    assert written(opened, "g:an_ninh") == {"an_ninh": 6}
    term = opened.look_up(["f:duong"])["f:duong"]
    assert term.count == 6, "five records, of which two have two forms: at most those of the index"
    assert term.numbers() == {0, 1, 2, 5}
    assert opened.look_up(["s:đường"])["s:đường"].count == 2


def test_postings_are_ascending_numbers_and_codes(opened: Index) -> None:
    lists = opened.look_up(["f:duong"])["f:duong"].lists()
    assert [([*numbers], [*codes]) for numbers, codes in lists] == [
        ([5], [17]),
        ([0, 2, 5], [3, 200, 255]),
        ([1, 2], [0, ONCE]),
    ]


def test_weights(opened: Index) -> None:
    term = opened.look_up(["f:duong"])["f:duong"]
    found = [term.weight_in(number, row) for number, row in enumerate(opened.forward(range(opened.count)))]
    expected = [WEIGHTS[3], WEIGHTS[0], WEIGHTS[200] + WEIGHTS[ONCE], 0.0, 0.0, WEIGHTS[255] + WEIGHTS[17]]
    assert found == pytest.approx(expected)
    assert max(found) <= term.top
    assert term.top == pytest.approx(WEIGHTS[255] + WEIGHTS[ONCE] + WEIGHTS[17])


def test_forward_rows_say_what_common_terms_weigh(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With enough records a term is common: then its row alone must give its weight."""
    count = 300
    terms: dict[str, Postings] = {
        key_of("s:của"): ([*range(count)], bytes(number % 256 for number in range(count))),
        key_of("s:hiếm"): ([7], bytes([ONCE])),
    }
    engine_named(engine).write(
        tmp_path, (EngineRecord({"id": str(number)}) for number in range(count)), iter(sorted(terms.items())), count
    )
    opened = engine_named(engine).open_index(tmp_path)
    found = opened.look_up(["s:của", "s:hiếm"])
    rows = [*opened.forward([299, 7, 0])]
    assert [found["s:của"].weight_in(n, row) for n, row in zip([299, 7, 0], rows, strict=True)] == pytest.approx(
        [WEIGHTS[43], WEIGHTS[7], WEIGHTS[0]]
    )
    assert [found["s:hiếm"].weight_in(n, row) for n, row in zip([299, 7, 0], rows, strict=True)] == [
        0.0, pytest.approx(WEIGHTS[ONCE]), 0.0,
    ]  # fmt: skip
    for form in found["s:của"].common:
        assert [row[form] for row in rows] == [43, 7, 0]
    assert not found["s:hiếm"].common


def test_columns_and_their_defaults(opened: Index) -> None:
    factor, issued = opened.column("factor"), opened.column("issued")
    assert factor is not None
    assert issued is not None
    assert [factor[number] for number in range(6)] == pytest.approx([1.0, 0.1, 1.0, 1.0, 1.0, 1.0])
    assert factor[1] != 0.1, "single precision"
    assert [issued[number] for number in range(6)] == [0, 0, 20211228, 0, 0, 0]
    assert opened.column("rank") is None


def test_stored_records_come_back(opened: Index) -> None:
    (first, second, again) = opened.stored(iter([0, 1, 0]))
    assert second == {"id": "1"}
    assert {name: value for name, value in first.items() if not isinstance(value, (list, tuple))} == {
        name: value for name, value in STORED.items() if not isinstance(value, tuple)
    }
    assert {name: [*first[name]] for name, value in STORED.items() if isinstance(value, tuple)} == {
        name: [*value] for name, value in STORED.items() if isinstance(value, tuple)
    }
    assert first == again


def test_no_more_records_are_read_than_asked_for(opened: Index) -> None:
    records = opened.stored(number for number in [3, 4])
    assert next(records)["id"] == "3"


def test_labels(opened: Index) -> None:
    found = [(value, label, sorted(numbers)) for value, label, numbers in opened.labels("=issuer:")]
    assert found == [("bo cong an", "Bộ Công an", [0, 4]), ("bo noi vu", "Bộ Nội vụ", [1])]
    assert [(value, label) for value, label, _ in opened.labels("~issuer:")] == [("bca", "")]
    assert [value for value, _, _ in opened.labels("=issuer:bo n")] == ["oi vu"]
    assert [*opened.labels("=topic:")] == []


def test_the_lexicon_is_in_the_order_of_the_keys(opened: Index) -> None:
    assert [*opened.lexicon("s:")] == ["s:duong", "s:dương", "s:đường"]
    assert [*opened.lexicon("b:")] == ["b:an_ninh"]
    assert [*opened.lexicon("x:")] == ["x:𝔡ễ"]
    assert [*opened.lexicon("s:e")] == []


def test_entries_are_all_that_was_written(opened: Index) -> None:
    entries = {
        f"{key}{SEPARATOR}{form}": ([*numbers], bytes(codes))
        for key, forms in opened.entries()
        for form, (numbers, codes) in forms
    }
    assert entries == {key: ([*numbers], codes) for key, (numbers, codes) in POSTINGS.items()}
    assert [*entries] == sorted(POSTINGS)
    keys = [key for key, _ in opened.entries()]
    assert keys == sorted(set(keys))


def test_an_empty_index(engine: str, tmp_path: Path) -> None:
    engine_named(engine).write(tmp_path, iter(()), iter(()), 0)
    opened = engine_named(engine).open_index(tmp_path)
    assert opened.count == 0
    assert opened.look_up(["s:an", "f:an"]) == {}
    assert [*opened.lexicon(""), *opened.entries(), *opened.labels("="), *opened.stored([]), *opened.forward([])] == []
    assert [opened.column(name) for name in ("factor", "issued", "rank")] == [None] * 3


def test_an_index_without_a_term(engine: str, tmp_path: Path) -> None:
    engine_named(engine).write(tmp_path, iter(RECORDS), iter(()), len(RECORDS))
    opened = engine_named(engine).open_index(tmp_path)
    assert [record["id"] for record in opened.stored(range(6))] == ["luật-1", "1", "2", "3", "4", "5"]
    assert [*opened.entries()] == []


def test_a_missing_index_says_what_to_do(engine: str, tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="kb index"):
        engine_named(engine).open_index(tmp_path)


def test_a_broken_index_says_what_to_do(opened: Index, engine: str, tmp_path: Path) -> None:
    for path in filter(Path.is_file, tmp_path.iterdir()):
        path.write_bytes(b"\1" * 3)
    with pytest.raises(IndexUnusable, match="kb index"):
        engine_named(engine).open_index(tmp_path)
