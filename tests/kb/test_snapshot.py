"""A corpus on a day: every answer is that of the function behind it, and is computed once."""

from __future__ import annotations

from datetime import date

import pytest

from kb.citation import annotate
from kb.citation.annotate import Mention, annotate_plan
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.law.effect import status_on
from kb.law.periods import effect_periods
from kb.model import Plan
from kb.snapshot import Snapshot
from tests.support.paths import ROOT

DAY, BEFORE = date(2026, 1, 1), date(2010, 1, 1)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Snapshot(load_corpus(ROOT / "corpus"), DAY)


def test_effects_are_those_of_the_day(snapshot: Snapshot) -> None:
    for record in snapshot.corpus.records.values():
        assert snapshot.effect(record) == status_on(snapshot.corpus, record, DAY)
        assert snapshot.effect(record, BEFORE) == status_on(snapshot.corpus, record, BEFORE)
        assert snapshot.periods(record) == effect_periods(snapshot.corpus, record)


def test_mentions_of_a_plan_are_found_once(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = next(iter(snapshot.corpus.plans.values()))
    fresh, found = Snapshot(snapshot.corpus, DAY), []

    def counted(corpus: Corpus, plan: Plan) -> list[Mention]:
        found.append(plan.id)
        return annotate_plan(corpus, plan)

    monkeypatch.setattr(annotate, "annotate_plan", counted)
    assert list(fresh.mentions(plan)) == list(fresh.mentions(plan)) == annotate_plan(snapshot.corpus, plan)
    assert len(found) == 1


def test_a_corpus_without_mentions_asked_for_annotates_nothing(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotate, "annotate_plan", lambda *given: pytest.fail("mentions nobody asked for"))
    fresh = Snapshot(snapshot.corpus, DAY)
    assert all(fresh.effect(record).reason for record in fresh.corpus.records.values())
