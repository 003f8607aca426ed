"""Tables that could be read as another one: days in another order, columns of one name, the same table again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.register.cleaning import MONTH_FIRST
from kb.register.tables import TableUnreadable, read_table
from tests.kb.register.test_adding import PUBLIC, added
from tests.support.registers import tables


@pytest.mark.parametrize(
    ("days", "taken"),
    [
        # One day in the American order, and those that may be either are none.
        (["01/02/2020", "01/13/2020", "02/02/2020"], ["2020-02-02"]),
        (["01/02/2020", "13/01/2020"], ["2020-02-01", "2020-01-13"]),
        # A slip of one cell among days in our order.
        (["01/02/2020", "13/01/2020", "01/13/2020"], ["2020-02-01", "2020-01-13"]),
        (["01/02/2020 0:00", "01/13/2020 0:00"], []),
    ],
)
def test_days_in_the_american_order_are_not_read_in_ours(tmp_path: Path, days: list[str], taken: list[str]) -> None:
    held = tables()
    lines = "".join(f"{n}/2020/TT-BA,Thông tư,Bộ A,{day},,,a{n}\n" for n, day in enumerate(days, 1))
    report = added(tmp_path, "a.csv", f"{PUBLIC}{lines}", held)
    assert [entry.days[0] for entry in held.entries] == taken
    assert {*report.refused} <= {MONTH_FIRST}


def test_a_day_of_effect_in_the_american_order_is_left_out(tmp_path: Path) -> None:
    held = tables()
    lines = "".join(
        f"{n}/2020/TT-BA,Thông tư,Bộ A,2020-01-02,{d},,a\n" for n, d in ((1, "01/05/2020"), (2, "01/31/2020"))
    )
    report = added(tmp_path, "a.csv", f"{PUBLIC}{lines}", held)
    assert (len(held.entries), any(entry.in_force for entry in held.entries)) == (2, False)
    assert report.dropped == {MONTH_FIRST: 2}


@pytest.mark.parametrize("heading", ["so_ky_hieu", "Số, ký hiệu", "ngay_ban_hanh"])
def test_two_columns_of_one_name_are_refused(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f'{PUBLIC.strip()},"{heading}"\n01/2020/TT-BA,Thông tư,Bộ A,05/03/2020,,,a,02/2020/TT-BA\n', "utf-8"
    )
    with pytest.raises(TableUnreadable, match=f"hai cột “{heading}”"):
        read_table(path)


def test_examples_of_what_is_refused_stay_short(tmp_path: Path) -> None:
    report = added(tmp_path, "a.csv", f"{PUBLIC},,,05/03/2020,,,a\n{'1' * 5000},,,05/03/2020,,,b\n", tables())
    assert [line[-68:] for line in report.lines()][1:] == [f"hoặc bị cắt cụt (ví dụ: ô trống, {'1' * 60}…)"[-68:]]


def test_a_table_of_citing_texts_twice_is_told_as_no_change(tmp_path: Path) -> None:
    held = tables(f"{n}/2020/TT-BA|Thông tư|pd:2020-0{1 + n // 10}-0{1 + n % 9}||||||" for n in range(1, 60))
    text = (
        "number,type,issued,title\n100/2020/TT-BA,Thông tư,2020-06-05,Quy định về lưu trữ hồ sơ bao gồm: hồ sơ a\n"
        "30/2020/TT-BA,Thông tư,2020-12-30,Về việc khác\n"
    )
    for counts in ((1, 0, 0), (0, 0, 1)):
        report = added(tmp_path, "a.csv", text, held, "txt*2")
        assert (report.added, report.changed, report.same) == counts
        assert list(report.refused) == ["chỉ văn bản viện dẫn ghi, ngày không hợp với thứ tự của số"]
    assert [entry.title.value for entry in held.entries if entry.number == "100/2020/TT-BA"] == [
        "Quy định về lưu trữ hồ sơ"
    ]
