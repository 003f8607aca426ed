"""The page of days: what a plan names, in the order of the year; a report has only the day that the plan gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.views.calendar import UNDATED, calendar_days, calendar_view
from kb.views.site_snapshot import SiteSnapshot
from tests.kb.views.test_views import DAY, PAGE, PLAN, TEXT, files
from tests.support.corpora import load

REPORTS = """\
reports:
  - {at: ii-1.p2, words: Thực hiện, what: Báo cáo quý, due: unknown}
  - {at: ii-1.p2, words: Bộ A, what: Báo cáo năm, due: 11-15}
  - {at: ii-1.p2, words: văn bản, what: Báo cáo một lần, due: 2021-09-30}
"""
COMING = [
    ("Thứ Hai, 01/7/2024", "còn 182 ngày", ""),
    ("Thứ Sáu, 15/11/2024", "còn 319 ngày", "Báo cáo năm"),
]


def corpus_with(tmp_path: Path, reports: str) -> SiteSnapshot:
    return SiteSnapshot(
        load(tmp_path, files() | {"plans/kh-2021.yaml": PLAN.replace("remarks:", f"{reports}remarks:")}), DAY
    )


@pytest.fixture
def snapshot(tmp_path: Path) -> SiteSnapshot:
    found = corpus_with(tmp_path, REPORTS)
    assert [str(problem) for problem in found.corpus.problems] == []
    return found


@pytest.mark.parametrize(("words", "severity"), [("Báo cáo 01/2020-TT/BA", "wrong"), ("Thực hiện", None)])
def test_what_a_report_quotes_is_marked_where_it_is_wrong(tmp_path: Path, words: str, severity: str | None) -> None:
    """The verdict of the words quoted, not of what stands beside them in the paragraph."""
    reports = f"reports:\n  - {{at: ii-1.p2, words: {words}, what: Báo cáo, due: unknown}}\n"
    plan = PLAN.replace(TEXT, f"Báo cáo 01/2020-TT/BA. {TEXT}").replace("remarks:", f"{reports}remarks:")
    (row,) = calendar_view(SiteSnapshot(load(tmp_path, files() | {"plans/kh-2021.yaml": plan}), DAY)).undated
    assert (row.mark.severity if row.mark else None) == severity


def test_the_nearest_day_comes_first(snapshot: SiteSnapshot) -> None:
    view = calendar_view(snapshot)
    assert [(c.when.shown, c.when.left_shown, c.report.what if c.report else "") for c in view.coming] == COMING
    (observance,) = [c.observance for c in view.coming if c.observance]
    assert (observance.day, observance.link.href) == ("01/7", "ngay/ngay-1-7/")
    assert [place.href for place in observance.places] == [f"{PAGE}ii-1/#ii-1.p1"]
    assert [(r.due, r.what) for r in view.over] == [("30/9/2021", "Báo cáo một lần")]
    assert [(r.due, r.what) for r in view.undated] == [(UNDATED, "Báo cáo quý")]
    assert [c.report.place.href for c in view.coming if c.report] == [f"{PAGE}ii-1/#ii-1.p2"]


def test_only_dated_days_are_in_the_file(snapshot: SiteSnapshot) -> None:
    days = list(calendar_days(snapshot))
    assert calendar_view(snapshot).dated == len(days) == 3
    assert [(d.name, d.day, d.yearly) for d in days] == [
        ("Ngày bình yên", date(2021, 7, 1), True),
        ("Báo cáo năm", date(2021, 11, 15), True),
        ("Báo cáo một lần", date(2021, 9, 30), False),
    ]
    assert len({d.uid for d in days}) == 3
    assert {d.stamp for d in days[1:]} == {date(2026, 1, 2)}


@pytest.mark.parametrize(("due", "first"), [("02-29", date(2024, 2, 29)), ("12-31", date(2021, 12, 31))])
def test_a_day_that_not_every_year_has(tmp_path: Path, due: str, first: date) -> None:
    found = corpus_with(tmp_path, REPORTS.replace("11-15", due))
    assert next(d.day for d in calendar_days(found) if d.name == "Báo cáo năm") == first


def test_an_observance_on_no_day_is_left_out(tmp_path: Path) -> None:
    """A rule tells the editor; the build of the page does not fail on it."""
    given = files()
    given["observances/ngay-1-7.yaml"] = given["observances/ngay-1-7.yaml"].replace("07-01", "04-31")
    assert list(calendar_days(SiteSnapshot(load(tmp_path, given), DAY))) == []


@pytest.mark.parametrize("wrong", ["02-30", "2021-09", "2021", "mùng một", "2021-13-01", "13-01"])
def test_what_is_no_day_is_a_fault(tmp_path: Path, wrong: str) -> None:
    found = corpus_with(tmp_path, REPORTS.replace("11-15", wrong))
    assert any("due" in str(problem) or wrong in str(problem) for problem in found.corpus.problems)


def test_words_of_a_report_stand_in_the_paragraph(tmp_path: Path) -> None:
    from kb.rules.run import check_corpus

    found = corpus_with(tmp_path, REPORTS.replace("words: Bộ A", "words: Bộ Z"))
    assert [p.code for p in check_corpus(found.corpus) if "Bộ Z" in p.message] == ["PLN04"]
