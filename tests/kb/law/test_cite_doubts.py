"""What is said beside a citation to paste: what is inferred, what a record warns of, a number that leads to another."""

from __future__ import annotations

import pytest

from kb.law.cite import cite
from kb.plans.basis import bases, find_plan
from kb.review.record_words import lapsed
from tests.kb.law.test_cite import DAY, corpus, run, snapshot


def test_what_a_record_warns_of_is_said_wherever_it_is_cited() -> None:
    """By `kb cite`, `kb basis` and `kb review`; a remark that is no warning stands with the record alone."""
    warned = corpus().documents["nq-51-nq-tw-2019"]
    (warning,) = (said.text for said in warned.statements if said.is_warning)
    assert len(warned.statements) > 1
    assert cite(corpus(), warned).doubts == (warning,)
    assert [base.warned for base in bases(snapshot(), *find_plan(corpus(), "")) if base.warned] == [(warning,)]
    assert lapsed(corpus(), warned, DAY) == (warning,)


@pytest.mark.parametrize("typed", ["06/2024/NĐ-CP", "06_2024_ND-CP(1).doc"])
@pytest.mark.parametrize("verb", ["cite", "show"])
def test_a_number_that_leads_to_another_is_said_to_be_another(verb: str, typed: str) -> None:
    told = run(verb, typed)
    assert told.exit_code == 0
    assert "kb: kho không có văn bản số 06/2024/" in told.stderr
    assert "Nghị định 06/2014/NĐ-CP" in told.stderr


@pytest.mark.parametrize("typed", ["6/2014/ND-CP", "nd-06-2014-nd-cp", "48/CT-TW"])
@pytest.mark.parametrize("verb", ["cite", "show"])
def test_another_spelling_of_its_own_number_is_not(verb: str, typed: str) -> None:
    assert "kho không có" not in run(verb, typed).stderr


def test_an_inferred_title_is_said_to_be_inferred() -> None:
    assert cite(corpus(), corpus().documents["kl-13-kl-tw-2021"]).doubts == ("tên là suy ra, chưa đọc trên văn bản",)
