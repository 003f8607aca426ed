"""The table of types and symbols: whole, without contradiction, and what is derived from it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from indexer.query.numbers import query_terms, type_abbreviation
from kb.citation.patterns import ABBREVIATED, SYMBOLS
from kb.citation.symbol import type_of
from kb.language.fold import folded
from kb.model.vocabulary import DocumentType
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME, TYPES
from tests.support.paths import ROOT


def test_every_type_of_a_record_has_its_row_and_no_other_begins_an_id() -> None:
    assert {row.name for row in TYPES if row.short} == {kind.label for kind in DocumentType}


def test_a_type_word_stands_once() -> None:
    assert len(BY_NAME) == len(TYPES)


def test_a_value_of_the_vocabulary_is_its_type_word_folded() -> None:
    assert {folded(kind.label).replace(" ", "-") for kind in DocumentType} == {kind.value for kind in DocumentType}


def test_ids_begin_alike_only_where_the_symbols_do() -> None:
    counts = Counter(row.short for row in TYPES if row.short)
    assert [short for short, count in counts.items() if count > 1] == ["da"]  # đề án, dự án


def test_every_row_says_where_its_symbols_are_from() -> None:
    assert all(row.source for row in TYPES)


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("1/QĐ-BCA", "Quyết định"),
        ("1/QyĐ-BCA", "Quy định"),
        ("1/TT-BCA", "Thông tư"),
        ("1/TTr-BCA", "Tờ trình"),
        ("1-CTr/TU", "Chương trình"),
        ("1/CTrHĐ-BCA", "Chương trình hành động"),
        ("1/LCT-HĐNN8", "Luật"),
        ("1/LT-BCA", None),  # a joint document, of whatever type
        ("12/LT-TLĐLĐ-MTTQ", None),
        ("5/2019/LT-BCA", None),
        ("12/BCA-LT", None),
        ("12/BCA-V05", "Công văn"),
        ("1-QĐ/TW", None),  # Quyết định or Quy định of the Party
        ("1-TT/TW", None),
    ],
)
def test_of_two_types_with_one_symbol_the_commoner_is_read(number: str, name: str | None) -> None:
    assert type_of(DocumentNumber.parse(number)) == name


@pytest.mark.parametrize("symbol", [symbol for row in TYPES for symbol in (*row.symbols, *row.variants)])
def test_a_number_prints_the_symbol_as_the_table_writes_it(symbol: str) -> None:
    assert str(DocumentNumber.parse(f"1/{symbol.lower()}-bca")) == f"1/{symbol}-BCA"


def test_what_stands_for_a_type_word_is_a_symbol() -> None:
    assert {symbol.upper() for symbol in ABBREVIATED} <= SYMBOLS.keys()


def test_a_search_takes_a_type_in_words_and_in_letters_for_one() -> None:
    for row in TYPES:
        if row.asked:
            assert type_abbreviation(folded(row.name).replace(" ", "-")) == row.asked
            assert (f"n:{row.asked}7", f"{folded(row.name)} 7") in query_terms(f"{row.name} 7")
            assert f"n:{row.asked}7" in dict(query_terms(f"{row.asked} 7"))


def test_a_search_loads_no_record_for_the_table() -> None:
    code = "import sys; import indexer.query.numbers; print('msgspec' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert said == "False\n"
