"""Addresses and names of provisions, and how a document's page lays them out."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kb.law.provisions import placed
from kb.model import Provision
from kb.model.vocabulary import ProvisionKind
from kb.views.provisions import provisions_of
from tests.kb.review.test_quotes import DOCUMENT


def test_addresses_and_how_they_are_cited() -> None:
    assert [(place.anchor, place.cited) for place in placed(DOCUMENT)] == [
        ("chuong-i", "chương I"),
        ("dieu-1", "Điều 1"),
        ("dieu-2", "Điều 2"),
        ("dieu-2-khoan-1", "khoản 1 Điều 2"),
        ("dieu-2-khoan-2", "khoản 2 Điều 2"),
        ("dieu-2-khoan-2-diem-a", "điểm a khoản 2 Điều 2"),
        ("dieu-2-khoan-2-diem-dd", "điểm đ khoản 2 Điều 2"),
    ]


def test_the_words_of_a_provision_are_its_heading_and_its_own_paragraphs() -> None:
    assert [place.words for place in placed(DOCUMENT)[:4]] == [
        "QUY ĐỊNH CHUNG",
        "Phạm vi\nThông tư này quy định việc thử đối với công nhân công an.",
        "Hồ sơ",
        "Người tham gia nộp một bộ hồ sơ.",
    ]


def test_a_number_that_comes_twice_has_two_addresses() -> None:
    twice = replace(DOCUMENT, provisions=DOCUMENT.provisions * 2)
    anchors = [place.anchor for place in placed(twice)]
    assert anchors[len(DOCUMENT.provisions) :][:2] == ["chuong-i-2", "dieu-1-2"]
    assert len(set(anchors)) == len(anchors)


def test_the_page_shows_every_word_under_its_mark() -> None:
    views = provisions_of(DOCUMENT)
    assert [view.mark for view in views] == ["Chương I.", "Điều 1.", "Điều 2.", "1.", "2.", "a)", "đ)"]
    shown = " ".join(word for view in views for word in (view.heading, *view.paragraphs)).split()
    assert shown == [w for p in DOCUMENT.provisions for t in (p.heading or "", *p.text) for w in t.split()]
    assert provisions_of(replace(DOCUMENT, provisions=())) == ()


def test_addresses_can_stand_in_a_link() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+", place.anchor) for place in placed(DOCUMENT))


def test_the_letter_with_a_stroke_is_told_from_d_in_either_case() -> None:
    points = tuple(Provision(kind=ProvisionKind.DIEM, number=number) for number in ("d", "đ", "D", "Đ"))
    anchors = [place.anchor for place in placed(replace(DOCUMENT, provisions=points))]
    assert anchors == ["diem-d", "diem-dd", "diem-d-2", "diem-dd-2"]


def test_a_number_of_two_levels_is_one_word_of_an_address() -> None:
    clauses = (Provision(kind=ProvisionKind.KHOAN, number="1.2"),)
    assert [place.anchor for place in placed(replace(DOCUMENT, provisions=clauses))] == ["khoan-1-2"]


def test_what_has_no_number_is_addressed_by_its_kind_alone() -> None:
    kinds = (ProvisionKind.MO_DAU, ProvisionKind.PHU_LUC)
    document = replace(DOCUMENT, provisions=tuple(Provision(kind=kind) for kind in kinds))
    assert [place.anchor for place in placed(document)] == ["mo-dau", "phu-luc"]


def test_an_article_of_an_appendix_is_cited_in_small_letters_before_it() -> None:
    kinds = (ProvisionKind.PHU_LUC, ProvisionKind.DIEU, ProvisionKind.KHOAN)
    document = replace(DOCUMENT, provisions=tuple(Provision(kind=kind, number="1") for kind in kinds))
    assert [place.cited for place in placed(document)][1:] == ["điều 1 phụ lục 1", "khoản 1 điều 1 phụ lục 1"]
