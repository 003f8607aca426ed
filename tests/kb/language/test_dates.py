"""Dates as exact as they are known: what they mean, how they are written, in which order they stand."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.language.dates import PartialDate, Precision, show_day, show_iso

days = st.dates(date(1, 1, 1), date.max)
partial = st.builds(lambda day, length: PartialDate.parse(day.isoformat()[:length]), days, st.sampled_from([4, 7, 10]))
anything = partial | st.just(PartialDate.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last", "shown"),
    [
        ("2024", Precision.YEAR, date(2024, 1, 1), date(2024, 12, 31), "2024"),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29), "02/2024"),
        ("2023-02", Precision.MONTH, date(2023, 2, 1), date(2023, 2, 28), "02/2023"),
        ("2024-12", Precision.MONTH, date(2024, 12, 1), date(2024, 12, 31), "12/2024"),
        ("2024-02-29", Precision.DAY, date(2024, 2, 29), date(2024, 2, 29), "29/02/2024"),
        ("2021-12-28", Precision.DAY, date(2021, 12, 28), date(2021, 12, 28), "28/12/2021"),
        ("0001", Precision.YEAR, date(1, 1, 1), date(1, 12, 31), "0001"),
        ("9999-12", Precision.MONTH, date(9999, 12, 1), date(9999, 12, 31), "12/9999"),
    ],
)
def test_what_a_date_means(text: str, precision: Precision, first: date, last: date, shown: str) -> None:
    known = PartialDate.parse(text)
    assert (known.precision, known.first_day, known.last_day, known.shown) == (precision, first, last, shown)
    assert (str(known), known.year, known.is_known) == (text, text[:4], True)
    assert known.is_day is (precision is Precision.DAY)


@pytest.mark.parametrize(
    "text",
    ["", "0000", "24", "02024", "2024-1", "2024-00", "2024-13", "2024-02-30", "2023-02-29", "2024-06-00", "2024-6-1"],
)
def test_what_is_no_day_of_the_calendar(text: str) -> None:
    with pytest.raises(ValueError, match=r"ISO date|must be in|out of range"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text", ["2024-06-301", "20240630", "2024/06/30", "30-06-2024", " 2024", "2024\n", "-2024", "２０２４", "Unknown"]
)
def test_what_is_written_otherwise(text: str) -> None:
    with pytest.raises(ValueError, match="ISO date"):
        PartialDate.parse(text)


def test_an_unknown_date_is_a_value_without_days() -> None:
    unknown = PartialDate.parse("unknown")
    assert unknown is PartialDate.UNKNOWN
    assert (str(unknown), unknown.shown, unknown.precision) == ("unknown", "chưa xác định", Precision.UNKNOWN)
    assert (unknown.is_known, unknown.is_day, unknown.year) == (False, False, "")
    for bound in ("first_day", "last_day"):
        with pytest.raises(ValueError, match="unknown date"):
            getattr(unknown, bound)


def test_the_order_is_by_the_first_day_then_by_the_last_and_unknown_last() -> None:
    texts = ["2023", "2024-01-01", "2024-01", "2024", "2024-01-02", "2024-02", "2024-12-31", "2025", "9999", "unknown"]
    assert [str(known) for known in sorted(map(PartialDate.parse, reversed(texts)))] == texts


@pytest.mark.parametrize(
    ("day", "month", "year", "text"),
    [
        ("30", "6", "2024", "2024-06-30"),
        ("3", "06", "2024", "2024-06-03"),
        (None, "6", "2024", "2024-06"),
        ("", "12", "2024", "2024-12"),
        (None, None, "2024", "2024"),
        ("3", None, "2024", "2024"),
        ("31", "6", "2024", "2024"),
        ("0", "6", "2024", "2024"),
        ("3", "0", "2024", "2024"),
        (None, "13", "2024", "2024"),
        ("1", "1", "0000", "unknown"),
        (None, None, "0000", "unknown"),
    ],
)
def test_a_date_of_the_figures_of_a_text(day: str | None, month: str | None, year: str, text: str) -> None:
    assert str(PartialDate.typed(day, month, year)) == text


@given(anything)
def test_the_text_is_read_again_as_the_same_date(known: PartialDate) -> None:
    again = PartialDate.parse(str(known))
    assert again == known
    assert hash(again) == hash(known)
    assert pickle.loads(pickle.dumps(known)) == copy.deepcopy(known) == known


@given(partial)
def test_it_reaches_from_its_first_day_to_its_last_and_no_further(known: PartialDate) -> None:
    first, last = known.first_day, known.last_day
    assert first <= last
    length = len(str(known))
    assert {first.isoformat()[:length], last.isoformat()[:length]} == {str(known)}
    if first > date.min:
        assert (first - timedelta(days=1)).isoformat()[:length] != str(known)
    if last < date.max:
        assert (last + timedelta(days=1)).isoformat()[:length] != str(known)


@given(days)
def test_a_day_is_one_day(day: date) -> None:
    known = PartialDate.of(day)
    assert known.first_day == known.last_day == day
    assert known.shown == show_day(day) == f"{day.day:02}/{_month(day.month)}/{day.year:04}"


@given(partial)
def test_it_is_shown_with_the_day_first(known: PartialDate) -> None:
    shown = [figures.rjust(2, "0") for figures in known.shown.split("/")[::-1]]
    assert shown == str(known).split("-")


@given(partial, partial)
def test_the_order_agrees_with_the_days(one: PartialDate, other: PartialDate) -> None:
    bounds, others = (one.first_day, one.last_day), (other.first_day, other.last_day)
    assert (one < other, one <= other, one > other, one >= other, one == other) == (
        bounds < others,
        bounds <= others,
        bounds > others,
        bounds >= others,
        bounds == others,
    )


@given(partial)
def test_what_is_unknown_stands_last_and_is_nothing_else(known: PartialDate) -> None:
    assert known < PartialDate.UNKNOWN
    assert known < PartialDate.UNKNOWN
    assert known != PartialDate.UNKNOWN
    assert PartialDate.UNKNOWN <= PartialDate.UNKNOWN


def test_a_date_is_no_text_and_does_not_change() -> None:
    known = PartialDate.parse("2024")
    other: object = "2024"
    assert known != other
    with pytest.raises(AttributeError):
        known._text = "2025"
    with pytest.raises(AttributeError):
        known.note = "x"


def test_a_day_of_every_year_is_shown_with_the_day_first() -> None:
    assert show_iso("08-19") == "19/8"


@pytest.mark.parametrize(
    ("text", "iso"),
    [("28/12/2021", "2021-12-28"), ("5/9/2019", "2019-09-05"), ("9/2019", "2019-09"), ("2019", "2019")],
)
def test_a_date_as_official_texts_write_it(text: str, iso: str) -> None:
    assert str(PartialDate.written(text)) == iso


@pytest.mark.parametrize("text", ["31/2/2024", "1/2/3/2024", "a/2024", "", "12/21"])
def test_what_is_no_such_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.written(text)


def _month(month: int) -> str:
    """With a zero in front of 1 and 2 alone."""
    return f"{month:02}" if month < 3 else str(month)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("2014-08-05", "ngày 05/8/2014"),
        ("2014-02", "tháng 02/2014"),
        ("2014", "năm 2014"),
        ("unknown", "chưa xác định"),
    ],
)
def test_in_words_it_has_the_word_for_what_is_known(known: str, words: str) -> None:
    assert PartialDate.parse(known).in_words == words
