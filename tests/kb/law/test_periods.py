"""The spans of a record say of every day what `status_on` says of it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.language.dates import PartialDate
from kb.law.effect import status_on
from kb.law.periods import effect_periods
from kb.model import UNKNOWN, Document, Event, Programme, Record
from kb.model.vocabulary import EventKind, Sureness
from tests.kb.law.periods import period_on
from tests.support.corpora import body, document, load
from tests.support.paths import ROOT

FIRST, LAST = date(2018, 12, 1), date(2024, 2, 1)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Texts that may lie behind an event: dated to the day, to the year, not dated, and of the last year there is."""
    files = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-06-15"),
        "documents/tt-2.yaml": document("tt-2", "02/2021/TT-BA", "2021"),
        "documents/tt-3.yaml": document("tt-3", "03/2022/TT-BA", "unknown"),
        "documents/tt-4.yaml": document("tt-4", "04/9999/TT-BA", "unknown"),
    }
    return load(tmp_path_factory.mktemp("spans"), files)


days = st.dates(date(2019, 1, 1), date(2023, 12, 31)).map(date.isoformat)
texts = st.one_of(days, days.map(lambda d: d[:7]), days.map(lambda d: d[:4]), st.just(UNKNOWN))
dates = texts.map(PartialDate.parse)
causes = st.sampled_from([None, "tt-1", "tt-2", "tt-3", "tt-4", "tt-none"])
events = st.lists(
    st.builds(Event, kind=st.sampled_from(EventKind), date=dates, by=causes, sure=st.just(Sureness.READ)), max_size=6
)


def agree(corpus: Corpus, record: Record, first: date, last: date) -> None:
    found = effect_periods(corpus, record)
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        assert period_on(found, day).effect == status_on(corpus, record, day), day


@settings(max_examples=40, deadline=None)
@given(events)
def test_every_day_between(corpus: Corpus, happened: list[Event]) -> None:
    record = replace(corpus.documents["tt-1"], id="tt-9", events=tuple(happened))
    agree(corpus, record, FIRST, LAST)


@given(events)
def test_no_span_repeats_the_one_before(corpus: Corpus, happened: list[Event]) -> None:
    record = replace(corpus.documents["tt-1"], id="tt-9", events=tuple(happened))
    found = effect_periods(corpus, record)
    assert found[0].start is None
    starts = [span.start for span in found[1:] if span.start]
    assert starts == sorted(set(starts))
    assert all(before.effect != after.effect for before, after in pairwise(found))


@pytest.mark.parametrize("text", ["9999", "9999-12", "9999-12-31", "9999-12-30"])
def test_the_end_of_the_calendar(corpus: Corpus, text: str) -> None:
    ended = Event(kind=EventKind.PHASE_ENDED, date=PartialDate.parse(text), sure=Sureness.READ)
    record = replace(corpus.documents["tt-1"], id="tt-9", events=(ended,))
    agree(corpus, record, date(9999, 12, 1), date.max)


def test_the_corpus_itself() -> None:
    corpus = load_corpus(ROOT / "corpus")
    for record in corpus.records.values():
        if isinstance(record, (Document, Programme)):
            found = effect_periods(corpus, record)
            for year in range(2000, 2032):
                for day in (date(year, 1, 1), date(year, 6, 30), date(year, 12, 31)):
                    assert period_on(found, day).effect == status_on(corpus, record, day)
