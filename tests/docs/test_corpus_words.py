"""What the project says of its records in its own words keeps to the form of official texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kb.corpus.load import load_corpus
from kb.model import Plan, Record
from tests.support.paths import ROOT

FORMS = [
    ("a day without its word", r"(?<!\w)(?:từ|đến|trước|sau|hết) \d{1,2}/\d{1,2}/\d{4}"),
    ("a zero before a month over 2", r"(?<!\d)\d{1,2}/0[3-9]/\d{4}"),
    ("a year called a day", r"ngày (?:19|20)\d\d(?!\d)"),
    ("sửa for sửa đổi", r"(?<!\w)[Ss]ửa (?:Luật|Nghị|Thông|Quyết|Chỉ|Điều|khoản|điểm|mấy|một số)"),
    ("thay for thay thế", r"(?<!\w)[Tt]hay (?:Luật|Nghị|Thông|Quyết|Chỉ|Quy|Hướng)"),
    ("a clause called a sentence", r"câu (?:thay thế|bãi bỏ|sửa đổi)"),
    ("a body that plans", r"(?:Bộ Chính trị đặt yêu cầu|lập kế hoạch thực hiện Nghị quyết)"),
    ("a unit without administration", r"\d đơn vị cấp"),
    ("Covid in small letters", r"Covid"),
    ("State in a capital", r"bí mật Nhà nước"),
]


def sentences(record: Record) -> Iterator[str]:
    """The project's own words about a record: no name, no title, nothing quoted."""
    yield from (record.summary or "", record.applies_to or "", *(record.duties or ()))
    yield from (said.text for said in record.statements)
    yield from (item.note or "" for _, item in record.witnessed_items())


SAID = [
    (record.id, re.sub(r"“[^”]*”", "", " ".join(text.split())))
    for record in load_corpus(ROOT / "corpus").records.values()
    if not isinstance(record, Plan)
    for text in sentences(record)
]


@pytest.mark.parametrize(("fault", "form"), FORMS, ids=[fault for fault, _ in FORMS])
def test_no_record_is_told_in_a_form_that_official_texts_do_not_have(fault: str, form: str) -> None:
    assert [(record, text) for record, text in SAID if re.search(form, text)] == [], fault


@pytest.mark.parametrize(
    "text", ["có hiệu lực từ 01/7/2026", "ngày 15/08/2014", "Nghị định sửa một số điều", "sau 01/7/2025"]
)
def test_the_forms_are_seen(text: str) -> None:
    assert any(re.search(form, text) for _, form in FORMS)
