"""What is said beside a citation to paste: what is inferred, what a record warns of, a number that leads to another."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kb.corpus.load import load_corpus
from kb.law.cautions import unchecked_ends
from kb.law.cite import cite
from kb.law.collisions import collisions, without_record
from kb.law.effect import status_on
from kb.law.successors import successors
from kb.law.written_out import written_out
from kb.model import Statement
from kb.model.vocabulary import Sureness
from kb.plans.basis import bases, beside_block, find_plan
from kb.review.record_words import lapsed, weak
from kb.review.told_apart import told_apart
from tests.kb.law.test_citations import table
from tests.kb.law.test_cite import DAY, corpus, run, snapshot
from tests.support.corpora import body, document, write


def test_what_a_record_warns_of_is_said_wherever_it_is_cited() -> None:
    """By `kb cite`, `kb basis` and `kb review`; a remark that is no warning stands with the record alone."""
    held = corpus().documents["nq-51-nq-tw-2019"]
    warning = Statement(text="CẢNH BÁO: một điều", sure=Sureness.READ)
    warned = replace(held, remarks=(*held.remarks, warning))
    (end,) = unchecked_ends(corpus(), held, DAY)
    assert cite(corpus(), warned, DAY).doubts == (warning.text, end)
    assert [
        end in base.cited.doubts for base in bases(snapshot(), *find_plan(corpus(), "")) if base.document is held
    ] == [True]
    assert weak(corpus(), warned, DAY) == (warning.text, end)


SOURCES = """sources:
  - {id: s1, where: x, checked: '2026-01-01', access: closed}
  - {id: s2, where: y, checked: '2026-01-01'}
"""


@pytest.mark.parametrize("case", table("unchecked_ends.yaml"), ids=lambda case: case["because"])
def test_an_end_that_nobody_can_check_decides_nothing_and_is_told(tmp_path: Path, case: dict[str, Any]) -> None:
    ending = f"  - {{{case['event']}}}\n  - {{kind: attested, date: '2026', sure: read, sources: [s2]}}\n"
    files = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/a.yaml": document("a", "01/2000/TT-BA", "2000-01-01", ending).partition("sources:\n")[0] + SOURCES,
        "documents/b.yaml": document("b", "02/2005/TT-BA", "2005-01-01"),
    }
    small = load_corpus(write(tmp_path, files))
    a, day = small.documents["a"], date.fromisoformat(case["day"])
    assert list(unchecked_ends(small, a, day)) == case.get("told", [])
    assert status_on(small, a, day).status.value == case["status"]
    assert bool(successors(small, a, day)) is (case["status"] == "het_hieu_luc")


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
    assert cite(corpus(), corpus().documents["kl-13-kl-tw-2021"], DAY).doubts == (
        "tên là suy ra, chưa đọc trên văn bản",
    )


def test_an_abbreviation_in_a_title_is_said_to_be_one_of_the_source() -> None:
    (doubt,) = cite(corpus(), corpus().documents["da-27-da-bca-2023"], DAY).doubts
    assert doubt == "tên có chữ viết tắt như nguồn đã đọc (ANTQ); đối chiếu với văn bản gốc"


def test_what_a_citation_lacks_or_infers_is_told_beside_the_block() -> None:
    said = "\n".join(beside_block(bases(snapshot(), *find_plan(corpus(), ""))))
    assert "Chương trình hành động 11-CTr/TU: chưa rõ tên văn bản" in said
    assert "Kế hoạch 37/KH-BCĐUBND: cơ quan ban hành là suy ra" in said


def test_what_the_reason_names_is_not_told_once_more_as_possible(tmp_path: Path) -> None:
    ending = "  - {kind: replaced, date: '2005-01-01', by: b, sure: inferred, sources: [s1]}\n"
    files = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/a.yaml": document("a", "01/2000/TT-BA", "2000-01-01", ending),
        "documents/b.yaml": document("b", "02/2005/TT-BA", "2005-01-01"),
    }
    small = load_corpus(write(tmp_path, files))
    (said,) = lapsed(small, small.documents["a"], DAY)
    assert said == "hết hiệu lực: bị thay thế từ ngày 01/01/2005 bởi Thông tư 02/2005/TT-BA"


def test_an_issue_known_by_its_year_is_told_as_a_year(tmp_path: Path) -> None:
    files = {"bodies/bo-a.yaml": body("bo-a", "Bộ A"), "documents/a.yaml": document("a", "01/2013/TT-BA", "2013")}
    small = load_corpus(write(tmp_path, files))
    assert " năm 2013 của " in told_apart(small, small.documents["a"])


def test_abbreviations_are_written_out_in_a_legal_basis_and_nowhere_in_numbers() -> None:
    text = "của BBT, BCA về ANTQ, Chỉ thị số 07/CT-BCA-V28, Kết luận số 13-KL/TW, KL số 5"
    written = "của Ban Bí thư Trung ương Đảng, Bộ Công an về an ninh Tổ quốc, Chỉ thị số 07/CT-BCA-V28, "
    assert written_out(corpus(), text) == f"{written}Kết luận số 13-KL/TW, Kết luận số 5"


@pytest.mark.parametrize(
    ("document", "told"),
    [  # the relation is written in one of the two; other relations lead to no document of the number
        ("ct-46-ct-tw-2015", ["Chỉ thị 46-CT/TW ngày 16/5/2025", "văn bản khác số 46-CT/TW năm 2010"]),
        ("ct-46-ct-tw-2025-bau-cu", ["Chỉ thị 46-CT/TW ngày 22/6/2015"]),
        ("tt-124-2021-tt-bca", []),
    ],
)
def test_other_documents_of_the_number_are_named_with_their_days(document: str, told: list[str]) -> None:
    assert list(collisions(corpus(), corpus().documents[document])) == [
        f"cùng số với {other}: ghi rõ ngày ban hành" for other in told
    ]


def test_what_took_the_place_is_stated_where_one_link_of_several_was_read(tmp_path: Path) -> None:
    ending = "  - {kind: replaced, date: '2005-01-01', by: b, sure: inferred, sources: [s1]}\n"
    replacing = "relations:\n  - {kind: thay_the, to: a, sure: read, sources: [s1]}\n"
    files = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/a.yaml": document("a", "01/2000/TT-BA", "2000-01-01", ending),
        "documents/b.yaml": document("b", "02/2005/TT-BA", "2005-01-01", more=replacing),
    }
    small = load_corpus(write(tmp_path, files))
    assert [(s.document.id, s.inferred) for s in successors(small, small.documents["a"], DAY)] == [("b", False)]


@pytest.mark.parametrize(("year", "told"), [(None, ["2013", "2022"]), ("2022", ["2022"]), ("2023", [])])
def test_a_document_known_by_number_alone_is_told_of_its_year(year: str | None, told: list[str]) -> None:
    """Two records may name the same one: it is told once."""
    bearing = [corpus().documents[i] for i in ("nq-22-nq-tw-2018", "nq-22-nq-tw-2026")]
    assert list(without_record(bearing, year)) == [
        f"kho biết số 22-NQ/TW còn là của một văn bản năm {each}, chưa có bản ghi để đối chiếu" for each in told
    ]


def test_what_a_document_known_by_number_alone_is_about_is_told() -> None:
    assert without_record([corpus().documents["qd-319-qd-ttg-2022"]], None) == (
        "kho biết số 319/QĐ-TTg còn là của một văn bản ngày 15/3/2018 (Chiến lược cơ khí), "
        "chưa có bản ghi để đối chiếu",
    )


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ("nang-buoc-em-toi-truong", "bắt đầu năm 2016; kho chưa ghi nhận văn bản chấm dứt hiệu lực"),
        ("bo-cong-an", "loại bản ghi này không xét hiệu lực"),
    ],
)
def test_the_reason_of_what_is_no_document(record: str, reason: str) -> None:
    assert status_on(corpus(), corpus().records[record], DAY).reason == reason
