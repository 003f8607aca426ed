"""What pages say, on a small corpus: status with its reason, relations both ways, where a record is cited."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.model import Body, Document, Model, Observance, Programme
from kb.views.plan import PlanView, SectionView, plan_view
from kb.views.record import RecordView, record_view
from kb.views.site_snapshot import SiteSnapshot
from tests.support.corpora import SOURCES, body, clean_files, document, load

DAY = date(2024, 1, 1)
PAGE = "ke-hoach/kh-2021/"
CITED = "Thông tư số 01/2020/TT-BA, ngày 02/01/2020"
TEXT = f"- Thực hiện các  văn bản: {CITED} của Bộ A và phong trào “Xóm bình yên”."

PLAN = f"""\
id: kh-2021
number: unknown
title: Phối hợp giữ gìn trật tự, năm 2021
issuers: [bo-a]
signer: unknown
year: 2021
dated: {{earliest: 2021-06-01, latest: 2021-07-01, sure: inferred, sources: [s1]}}
seed_sha256: {"0" * 64}
summary: Tóm tắt.
sections:
  - id: can-cu
    label: Căn cứ
    paragraphs:
      - {{id: can-cu.p1, text: Căn cứ tình hình thực tế.}}
  - id: ii-1
    label: II.1
    implied: [tt-2, ngay-1-7]
    paragraphs:
      - {{id: ii-1.p1, kind: heading, text: "1. Công tác chỉ đạo:"}}
      - {{id: ii-1.p2, text: "{TEXT}"}}
remarks:
  - {{at: ii-1.p2, words: các  văn, kind: extra-space, correct: các văn}}
  - {{at: ii-1.p2, words: "Bộ A và phong", kind: punctuation, severity: remark, note: nên có dấu phẩy}}
sources:
  - {{id: s1, where: seeds/kh.txt, checked: 2026-01-02}}
"""
PROGRAMME = """\
id: xom-binh-yen
name: Phong trào “Xóm bình yên”
type: phong-trao
launched: unknown
founding:
  - {kind: can_cu, to: tt-1, provision: Điều 2, sure: read, sources: [s1]}
summary: Giữ gìn trật tự ở xóm.
events:
  - {kind: phase_ended, date: 2022, sure: read, sources: [s1]}
topics: [trat-tu]
"""
OBSERVANCE = "id: ngay-1-7\nname: Ngày bình yên\nday: 07-01\nsummary: Ngày 01/7.\ntopics: [trat-tu]\n"
MODEL = "id: to-tu-quan\nname: Tổ tự quản\nlocality: unknown\nsummary: Tổ ở xóm.\n"
TERM = "id: bcd\nabbreviation: BCĐ\nexpansion: unknown\n"
MANY = "".join(f"  - {{id: s{n}, where: https://example.vn/{n}, checked: 2026-01-02}}\n" for n in range(2, 11))
REPLACES = "relations:\n  - {kind: thay_the, to: tt-1, sure: read, sources: [s1]}\n"
ENDED = """\
  - {kind: in_force, date: 2020-02-01, sure: confirmed, sources: [s10, s1, s2]}
  - {kind: replaced, date: 2022-01-01, by: tt-2, sure: read, sources: [s1]}
"""


def files() -> dict[str, str]:
    """Bộ A issued one circular that replaced another; a plan cites the old one between the two."""
    return clean_files() | {
        "bodies/bo-b.yaml": body("bo-b", "Cục B", "parent: bo-a\n"),
        "documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", ENDED, "topics: [trat-tu]\n") + MANY,
        "documents/tt-2.yaml": document("tt-2", "2/2021/TT-BA", "2021-12-01", more=REPLACES).replace(
            "https://example.vn/a", "seeds/kh.txt"
        ),
        "documents/tt-10.yaml": document("tt-10", "10/2020/TT-BA", "2020-03-01").replace(
            "issuers: [bo-a]", "issuers: [bo-a, bo-b]"
        ),
        "documents/ct-x.yaml": document("ct-x", "unknown", "unknown", more="former_ids: [ct-cu]\n", type_="chi-thi"),
        "programmes/xom-binh-yen.yaml": PROGRAMME + SOURCES,
        "observances/ngay-1-7.yaml": OBSERVANCE,
        "models/to-tu-quan.yaml": MODEL,
        "terms/bcd.yaml": TERM,
        "topics/trat-tu.yaml": "id: trat-tu\nlabel: Trật tự\n",
        "plans/kh-2021.yaml": PLAN,
    }


@pytest.fixture
def snapshot(tmp_path: Path) -> SiteSnapshot:
    corpus = load(tmp_path, files())
    assert [str(problem) for problem in corpus.problems] == []
    return SiteSnapshot(corpus, DAY)


def record(snapshot: SiteSnapshot, record_id: str) -> RecordView:
    found = snapshot.corpus.get(record_id)
    assert isinstance(found, (Document, Programme, Observance, Body, Model))
    return record_view(snapshot, found)


def plan(snapshot: SiteSnapshot) -> PlanView:
    return plan_view(snapshot, snapshot.corpus.plans["kh-2021"])


def section(snapshot: SiteSnapshot) -> SectionView:
    return next(s for s in plan(snapshot).sections if s.id == "ii-1")


def said(view: RecordView, label: str) -> list[str]:
    return [value.text for fact in view.facts if fact.label == label for value in fact.values]


def test_a_document_says_its_status_and_why(snapshot: SiteSnapshot) -> None:
    badge = record(snapshot, "tt-1").badge
    assert badge is not None
    assert (badge.status, badge.label) == ("het_hieu_luc", "Hết hiệu lực")
    assert badge.reason == "bị thay thế từ ngày 01/01/2022 bởi Thông tư 2/2021/TT-BA"


def test_relations_stand_on_both_pages_by_kind(snapshot: SiteSnapshot) -> None:
    new, old = record(snapshot, "tt-2"), record(snapshot, "tt-1")
    assert [(g.label, [i.link.text for i in g.items]) for g in new.relations] == [
        ("Thay thế", ["Thông tư 01/2020/TT-BA"])
    ]
    assert [(g.label, [i.link.href for i in g.items]) for g in old.relations] == [
        ("Bị thay thế bởi", ["van-ban/tt-2/"]),
        ("Là căn cứ của", ["chuong-trinh/xom-binh-yen/"]),
    ]
    assert [i.provision for g in old.relations for i in g.items] == ["", "Điều 2"]
    end = new.relations[0].items[0]
    assert end.link.badge is not None
    assert end.link.badge.label == "Hết hiệu lực"


def test_source_numbers_point_only_at_the_page_they_stand_on(snapshot: SiteSnapshot) -> None:
    assert record(snapshot, "tt-2").relations[0].items[0].witness.sources == ("1",)
    assert record(snapshot, "tt-1").relations[0].items[0].witness.sources == ()


def test_sources_are_told_in_the_order_of_their_numbers(snapshot: SiteSnapshot) -> None:
    view = record(snapshot, "tt-1")
    in_force = next(event for event in view.events if event.label == "Có hiệu lực")
    assert in_force.witness.sources == ("1", "2", "10")
    assert {source.number for source in view.sources} >= {"1", "2", "10"}


def test_the_plans_own_file_is_named_as_the_plan(snapshot: SiteSnapshot) -> None:
    where = record(snapshot, "tt-2").sources[0].where
    assert (where.text, where.href) == ("Nguyên văn kế hoạch năm 2021", f"{PAGE}toan-van/")


def test_what_is_unknown_is_said_in_vietnamese(snapshot: SiteSnapshot) -> None:
    view = record(snapshot, "ct-x")
    assert view.applies_to == "chưa xác định"
    assert said(view, "Người ký") == said(view, "Số, ký hiệu") == ["chưa xác định"]
    assert [event.day for event in view.events] == ["chưa rõ ngày"]
    assert said(record(snapshot, "to-tu-quan"), "Địa phương") == ["chưa xác định"]
    assert (plan(snapshot).number, plan(snapshot).signer) == ("chưa xác định", "chưa xác định")
    badge = record(snapshot, "ct-x").badge
    assert badge is not None
    assert badge.label == "Chưa xác định tình trạng"


def test_a_title_is_not_told_twice(snapshot: SiteSnapshot) -> None:
    assert record(snapshot, "ct-x").heading == "Chỉ thị “Về việc ct-x”"
    assert record(snapshot, "ct-x").title == ""
    assert record(snapshot, "tt-1").title == "Về việc tt-1"


def test_a_document_quotes_where_it_is_cited_and_leads_there(snapshot: SiteSnapshot) -> None:
    (place,) = record(snapshot, "tt-1").citing
    assert (place.label, place.href) == ("mục II.1", f"{PAGE}ii-1/#ii-1.p2")
    assert place.words.startswith("Thông tư số 01/2020/TT-BA")
    assert place.before + place.words + place.after == " ".join(TEXT.split())
    assert [fault.partition(":")[0] for fault in place.faults] == ["sai ngày ban hành"]


def test_a_record_meant_without_a_number_says_so(snapshot: SiteSnapshot) -> None:
    (place,) = record(snapshot, "tt-2").citing
    assert (place.label, place.href) == ("mục II.1 (không ghi số)", f"{PAGE}ii-1/")
    assert place.before == "1. Công tác chỉ đạo:"


def test_a_body_lists_its_units_and_what_it_issued_oldest_first(snapshot: SiteSnapshot) -> None:
    view = record(snapshot, "bo-a")
    assert said(view, "Đơn vị trực thuộc trong kho") == ["Cục B"]
    assert [r.link.href for r in view.issued] == [f"van-ban/{i}/" for i in ("tt-1", "tt-10", "tt-2", "ct-x")]


def test_the_plan_is_shown_to_the_letter(snapshot: SiteSnapshot) -> None:
    paragraph = section(snapshot).paragraphs[1]
    runs = [run for stretch in paragraph.stretches for run in stretch.runs]
    assert "".join(run.text for run in runs) == TEXT
    assert paragraph.href == f"{PAGE}ii-1/#ii-1.p2"
    linked = [stretch.href for stretch in paragraph.stretches if stretch.href]
    assert linked == ["van-ban/tt-1/", "chuong-trinh/xom-binh-yen/"]


def test_each_remark_is_numbered_once_where_its_words_end(snapshot: SiteSnapshot) -> None:
    paragraph = section(snapshot).paragraphs[1]
    runs = [run for stretch in paragraph.stretches for run in stretch.runs]
    assert [number for run in runs for number in run.ends] == [1, 2]
    words = {n: "".join(run.text for run in runs if run.remark == n) for n in (1, 2)}
    assert words == {1: "các  văn", 2: "Bộ A và phong"}
    assert [(r.label, r.correct) for r in paragraph.remarks] == [("Thừa dấu cách", "các văn"), ("Sai dấu câu", None)]


def test_a_legal_basis_has_its_status_on_both_days(snapshot: SiteSnapshot) -> None:
    (basis,) = section(snapshot).basis
    assert basis.link.text == "Thông tư 01/2020/TT-BA"
    assert basis.then is not None
    assert basis.now is not None
    assert (basis.then.label, basis.now.label) == ("Còn hiệu lực", "Hết hiệu lực")
    assert [href for _, href, _ in basis.cited_as] == [f"{PAGE}ii-1/#ii-1.p2"]
    assert [fault.partition(":")[0] for fault in basis.faults] == ["sai ngày ban hành"]


def test_what_is_only_a_remark_is_not_told_as_a_fault(tmp_path: Path) -> None:
    noted = "remarks:\n  - {at: ii-1.p2, words: 01/2020/TT-BA, kind: citation-note, severity: remark, note: đã thay}\n"
    corpus = load(tmp_path, files() | {"plans/kh-2021.yaml": PLAN.replace("remarks:\n", noted)})
    (basis,) = section(SiteSnapshot(corpus, DAY)).basis
    assert "lưu ý khi viện dẫn: “01/2020/TT-BA” (đã thay)" in basis.cautions
    assert [fault.partition(":")[0] for fault in basis.faults] == ["sai ngày ban hành"]


def test_what_a_section_implies_is_kept_apart(snapshot: SiteSnapshot) -> None:
    implied = {basis.link.href: basis for basis in section(snapshot).implied}
    assert list(implied) == ["van-ban/tt-2/", "ngay/ngay-1-7/", "chuong-trinh/xom-binh-yen/"]
    assert implied["ngay/ngay-1-7/"].now is None
    programme = implied["chuong-trinh/xom-binh-yen/"]
    assert programme.now is not None
    assert programme.now.label == "Hết giai đoạn"
    assert [words.count("“") - words.count("”") for words, *_ in programme.cited_as] == [0]


def test_a_plan_counts_its_documents_and_errors(snapshot: SiteSnapshot) -> None:
    view = plan(snapshot)
    assert view.name == "Kế hoạch phối hợp giữ gìn trật tự, năm 2021"
    assert (view.cited, view.errors) == (1, 1)
    assert [(s.name, s.heading) for s in view.sections] == [
        ("phần “Căn cứ”", "Căn cứ"),
        ("mục II.1", "1. Công tác chỉ đạo"),
    ]
