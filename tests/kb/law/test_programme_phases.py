"""When the phase of a programme begins: before that day it is not running."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.law.effect import status_on
from kb.law.periods import effect_periods
from tests.support.paths import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("programme_phases.yaml").read_text("utf-8"))


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["record"])
def test_status_on_each_day(case: dict[str, Any]) -> None:
    record = corpus().programmes[case["record"]]
    for day, (status, words) in case["days"].items():
        effect = status_on(corpus(), record, day)
        assert (effect.status.value, words in effect.reason) == (status, True), effect


def test_the_day_on_which_it_begins_is_one_on_which_its_status_changes() -> None:
    periods = effect_periods(corpus(), corpus().programmes["ctmtqg-ntm-2021-2025"])
    assert [period.start for period in periods][:2] == [None, date(2021, 1, 1)]
