"""What a table gives, and what the register keeps of it: a table of cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.number.document_number import DocumentNumber
from kb.register.citing_titles import without_tail
from kb.register.cleaning import (
    RowRefused,
    clean_day,
    clean_number,
    clean_title,
    clean_type,
    fits_the_number,
    with_marks,
)

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("cleaning.yaml").read_text("utf-8"))


def kept(clean: Callable[[], object]) -> str:
    try:
        return str(clean())
    except RowRefused:
        return "refused"


@pytest.mark.parametrize("cell", TABLE["numbers"])
def test_numbers(cell: str) -> None:
    assert kept(lambda: clean_number(cell)) == TABLE["numbers"][cell]


@pytest.mark.parametrize(("number", "typed", "expected"), TABLE["types"])
def test_types(number: str, typed: str, expected: str) -> None:
    assert kept(lambda: clean_type(DocumentNumber.parse(number), typed)) == expected


@pytest.mark.parametrize(("number", "typed", "expected"), TABLE["marks"])
def test_marks_that_a_table_lost(number: str, typed: str, expected: str) -> None:
    assert kept(lambda: with_marks(DocumentNumber.parse(number), typed)) == expected


@pytest.mark.parametrize("cell", TABLE["days"])
def test_days(cell: str) -> None:
    assert kept(lambda: clean_day(cell)) == TABLE["days"][cell]


def test_days_of_a_workbook() -> None:
    assert (clean_day(date(2020, 3, 5)), clean_day(datetime(2020, 3, 5, 9)), clean_day(None)) == (
        *("2020-03-05", "2020-03-05"),
        "",
    )


@pytest.mark.parametrize(("number", "day", "expected"), TABLE["fits"])
def test_days_that_fit_a_number(number: str, day: str, expected: bool) -> None:
    assert fits_the_number(DocumentNumber.parse(number), day) is expected


@pytest.mark.parametrize(("number", "type_name", "cell", "expected"), TABLE["titles"])
def test_titles(number: str, type_name: str, cell: str, expected: str) -> None:
    assert clean_title(DocumentNumber.parse(number), type_name, cell) == expected


@pytest.mark.parametrize("title", TABLE["tails"])
def test_tails_of_citing_texts(title: str) -> None:
    assert without_tail(title) == TABLE["tails"][title]
