"""Which sources are independent, which say too little, and how they are named."""

from __future__ import annotations

import pytest

from kb.register.facts import RegisterFact
from kb.register.sources import SourceGroup, groups_of, is_weak, witness_words
from tests.support.registers import tables

SOURCES = tables().sources


@pytest.mark.parametrize(
    ("codes", "weak"),
    [
        (("pd",), False),
        (("txt*1",), True),
        (("txt*2",), False),
        (("thap",), True),
        (("thap", "txt*1"), True),
        (("cb", "txt*1"), False),
        (("la",), True),
    ],
)
def test_what_one_citing_text_says_is_weak(codes: tuple[str, ...], weak: bool) -> None:
    assert is_weak(SOURCES, codes) is weak


def test_copies_of_one_source_are_one_group() -> None:
    assert groups_of(SOURCES, ("pd", "pd23", "thap")) == {SourceGroup.CODIFIED}
    assert groups_of(SOURCES, ("pd", "cb")) == {SourceGroup.CODIFIED, SourceGroup.GAZETTE}


def test_a_group_is_named_once_by_its_latest_dated_copy() -> None:
    assert witness_words(SOURCES, ("pd", "pd23", "pd26", "txt*3")) == (
        "Bộ pháp điển, đọc 22/01/2026; 3 văn bản viện dẫn, đọc 11/2026"
    )


@pytest.mark.parametrize("cell", ["2020-01-01", "pd:", ":2020-01-01", "pd:a | b"])
def test_a_value_without_a_source_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="mã nguồn"):
        RegisterFact.parse(cell)


def test_readings_that_differ_stand_side_by_side() -> None:
    fact = (
        RegisterFact.parse("pd:2020-01-01").with_reading("2020-01-02", ("cb",)).with_reading("2020-01-01", ("txt*2",))
    )
    assert str(fact) == "pd,txt*2:2020-01-01 | cb:2020-01-02"
    assert fact.is_disputed
    assert fact.value == ""
    assert str(fact.with_reading("2020-01-01", ("txt*5", "pd"))).startswith("pd,txt*5:")
