"""A sign that stands for no known letter is told where it may be part of a number, and there alone."""

from __future__ import annotations

import pytest

from kb.citation.find import find
from kb.drafts import read_draft

TOLD = {
    "within the year": ("Nghị định số 06/20\ufffd14/NĐ-CP", "dòng 1 “06/20\ufffd14/NĐ-CP”"),
    "in the place of a sign": ("Nghị định số 06/2014\uf8a0NĐ-CP ngày", "dòng 1 “06/2014\uf8a0NĐ-CP”"),
    "at the end": ("a\nThông tư số 124/2021/TT-BC\ufffd ngày", "dòng 2 “124/2021/TT-BC\ufffd”"),
    "in a day": ("ngày 2\ufffd/01/2014", "dòng 1 “2\ufffd/01/2014”"),
}
SILENT = ("\ufffd Nghị định số 06/2014/NĐ-CP", "Điện thoại: \ufffd 0243", "A\ufffd chữ", "Nghị định số 06/2014/NĐ-CP")


@pytest.mark.parametrize("case", TOLD)
def test_a_sign_in_a_number_is_told(case: str) -> None:
    text, told = TOLD[case]
    assert read_draft(text.encode(), "a.txt").unread == (
        f"ký hiệu không đọc được là chữ gì: {told}; hãy mở tệp và tự đối chiếu",
    )


@pytest.mark.parametrize("text", SILENT)
def test_other_signs_are_passed_over(text: str) -> None:
    assert read_draft(text.encode(), "a.txt").unread == ()


def test_many_are_counted() -> None:
    draft = read_draft(" ".join(f"{number}\ufffd/TT" for number in range(1, 8)).encode(), "a.txt")
    assert draft.unread[0].count("dòng 1") == 5
    assert " và 2 chỗ nữa; " in draft.unread[0]


def test_what_stands_behind_such_a_sign_is_no_number_of_its_own() -> None:
    assert find("Nghị định số 1\ufffd06/2014/NĐ-CP ngày 21/01/2014") == []
