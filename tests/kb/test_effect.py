"""Hiệu lực on a day: the table a jurist can extend, and dates as exact as they are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.effect import first_day, last_day, show_date, status_on
from kb.vocabulary import Status
from tests.support.corpora import clean_files, document, load

CASES: list[dict[str, Any]] = yaml.load((Path(__file__).parent / "effects.yaml").read_text("utf-8"), yaml.BaseLoader)
DAYS = [(case, day) for case in CASES for day in case["days"]]


@pytest.mark.parametrize(("case", "day"), DAYS, ids=lambda value: value if isinstance(value, str) else value["name"])
def test_table(case: dict[str, Any], day: str, tmp_path: Path) -> None:
    events = "".join(
        f"  - {{kind: {kind}, date: {when}{', by: tt-2' if by else ''}, sure: read, sources: [s1]}}\n"
        for kind, when, *by in case["events"][1:]
    )
    files = clean_files() | {"documents/tt-9.yaml": document("tt-9", "09/2010/TT-BA", case["events"][0][1], events)}
    corpus = load(tmp_path, files)
    effect = status_on(corpus, corpus.documents["tt-9"], date.fromisoformat(day))
    status, words = case["days"][day]
    assert effect.status.value == status
    assert words in effect.reason


def test_a_body_has_no_effect(tmp_path: Path) -> None:
    corpus = load(tmp_path, clean_files())
    assert status_on(corpus, corpus.bodies["bo-a"], date(2024, 1, 1)).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "02/2024"),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3), "03/02/2024"),
    ],
)
def test_a_date_as_exact_as_known(text: str, first: date, last: date, shown: str) -> None:
    assert (first_day(text), last_day(text), show_date(text)) == (first, last, shown)


@given(st.dates())
def test_a_full_date_is_one_day(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
