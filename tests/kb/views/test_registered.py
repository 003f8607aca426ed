"""Light pages of what the register alone holds: which documents have one, what it says, which pages lead to it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kb.language.dates import PartialDate
from kb.number.document_number import DocumentNumber
from kb.register.lookup import Register
from kb.review.verdicts import Verdict
from kb.views.basis_table import basis_table
from kb.views.pages import pages
from kb.views.record import record_view
from kb.views.registered import heading, registered
from kb.views.registered_pages import RegisteredView, registered_views
from kb.views.site_snapshot import SiteSnapshot
from tests.kb.views.test_views import DAY, PLAN, files
from tests.support.corpora import document, load
from tests.support.registers import register

TABLE = yaml.safe_load(Path(__file__).with_name("registered.yaml").read_text("utf-8"))
NUMBERED = """\
numbered_relations:
  - {kind: thay_the, to_number: 30/2019/TT-BA, to_issued: '2019-03-05', provision: Điều 2, sure: read, sources: [s1]}
  - {kind: can_cu, to_number: 99/2019/TT-BA, sure: read, sources: [s1]}
relations:
  - {kind: thay_the, to: tt-1, sure: read, sources: [s1]}
"""


@pytest.fixture
def snapshot(tmp_path: Path) -> SiteSnapshot:
    cites = PLAN.replace("Căn cứ tình hình thực tế.", "Căn cứ Thông tư số 40/2020/TT-BA ngày 04/4/2020 của Bộ A.")
    given = files() | {
        "documents/tt-2.yaml": document("tt-2", "2/2021/TT-BA", "2021-12-01", more=NUMBERED),
        "plans/kh-2021.yaml": cites,
    }
    corpus = load(tmp_path, given)
    assert [str(problem) for problem in corpus.problems] == []
    return SiteSnapshot(corpus, DAY, held())


def held() -> Register:
    return register(TABLE["register"])


def views(snapshot: SiteSnapshot) -> dict[str, RegisteredView]:
    return {view.heading: view for view in registered_views(snapshot)}


def test_what_is_named_has_a_page_with_the_words_of_the_terminal(snapshot: SiteSnapshot) -> None:
    found = views(snapshot)
    assert set(found) == {"Thông tư số 30/2019/TT-BA", "Thông tư số 40/2020/TT-BA", "Thông tư số 50/2022/TT-BA"}
    view = found["Thông tư số 30/2019/TT-BA"]
    assert view.href == "so-dang-ky/thong-tu-30-2019-tt-ba-2019-03-05/"
    assert view.facts[0] == "Ngày ban hành: 05/3/2019 (theo Bộ pháp điển, đọc 22/01/2026)"
    assert view.facts[1] == "Cơ quan ban hành: Bộ A"
    assert view.official is not None
    assert view.official.href == "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=7"
    assert [(n.how, n.link.href) for n in view.named_at] == [("Bị thay thế bởi", "van-ban/tt-2/")]
    assert view.named_at[0].link.badge is not None


def test_a_name_that_one_citing_text_gives_is_no_heading(snapshot: SiteSnapshot) -> None:
    [law] = snapshot.register.numbered(DocumentNumber.parse("11/2011/QH13"))
    [ordinance] = snapshot.register.numbered(DocumentNumber.parse("34/2007/PL-UBTVQH11"))
    assert heading(snapshot, law) == "Luật Lưu trữ mẫu số 11/2011/QH13"
    assert heading(snapshot, ordinance) == "Pháp lệnh số 34/2007/PL-UBTVQH11"


def test_the_places_that_name_it_lead_to_it(snapshot: SiteSnapshot) -> None:
    record = record_view(snapshot, snapshot.corpus.documents["tt-2"])
    ends = {item.link.text: item for group in record.relations for item in group.items}
    assert ends["30/2019/TT-BA ngày 05/3/2019"].link.href == "so-dang-ky/thong-tu-30-2019-tt-ba-2019-03-05/"
    assert ends["99/2019/TT-BA"].link.href is None
    changed = record_view(snapshot, snapshot.corpus.documents["tt-10"]).relations[-1]
    assert changed.label == "Theo sổ đăng ký, chưa biên tập"
    assert [(item.link.text, item.note) for item in changed.items] == [
        ("Thông tư số 50/2022/TT-BA ngày 05/5/2022", "sửa đổi từ ngày 01/7/2022 (theo Bộ pháp điển, đọc 22/01/2026)")
    ]
    table = basis_table(snapshot, snapshot.corpus.plans["kh-2021"])
    [cited] = [place for row in table.unmatched for place in row.places if "40/2020" in place.typed]
    assert cited.verdict == Verdict.UNKNOWN.label
    assert cited.registered is not None
    assert cited.registered.href == "so-dang-ky/thong-tu-40-2020-tt-ba-2020-04-04/"


def test_the_pages_stand_in_a_folder_of_their_own(snapshot: SiteSnapshot) -> None:
    found = [page for page in pages(snapshot) if page.path.startswith("so-dang-ky/")]
    assert len(found) == 3
    assert {(page.template, page.searched, page.record) for page in found} == {("registered", False, None)}
    alone = SiteSnapshot(snapshot.corpus, DAY)
    assert [page for page in pages(alone) if page.path.startswith("so-dang-ky/")] == []


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["id"])
def test_which_document_a_number_means(snapshot: SiteSnapshot, case: dict[str, str]) -> None:
    told = PartialDate.parse(case.get("told", "unknown"))
    found = registered(snapshot, case["number"], told, case.get("types", ()))
    assert (f"{found.type} {found.days[0]}" if found else None) == case.get("means")
