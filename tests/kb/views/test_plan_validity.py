"""What became of a plan's bases, the matrix of them, and their statuses on other days."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.model.vocabulary import Sureness
from kb.views.as_of import tallies
from kb.views.matrix import matrix_sheet, matrix_view
from kb.views.plan import plan_view
from kb.views.plan_validity import PlanValidityView, plan_validity_view
from kb.views.site_snapshot import SiteSnapshot
from kb.views.sureness import sure_mark
from tests.kb.views.test_views import DAY, PAGE, files, plan, snapshot
from tests.support.corpora import document, load

__all__ = ["snapshot"]
AMENDING = "relations:\n  - {kind: sua_doi_bo_sung, to: tt-1, sure: read, sources: [s1]}\n"
FORCE = "  - {kind: in_force, date: 2021-01-01, sure: read, sources: [s1]}\n"


def validity(snapshot: SiteSnapshot) -> PlanValidityView:
    record = snapshot.corpus.plans["kh-2021"]
    return plan_validity_view(snapshot, record, plan_view(snapshot, record))


def test_a_lost_basis_names_what_took_its_place_and_since_when(snapshot: SiteSnapshot) -> None:
    lost = next(group for group in validity(snapshot).groups if group.anchor == "mat")
    one = next(base for base in lost.bases if base.basis.link.text == "Thông tư 01/2020/TT-BA")
    assert [section.text for section in one.sections] == ["mục II.1"]
    (instead,) = one.instead
    assert (instead.link.text, instead.since, instead.said) == (
        "Thông tư 2/2021/TT-BA",
        "2022-01-01",
        "từ ngày 01/01/2022",
    )


def test_every_basis_is_in_one_group(snapshot: SiteSnapshot) -> None:
    found = [base.basis.link for group in validity(snapshot).groups for base in group.bases]
    assert sorted(link.text for link in found) == sorted(basis.link.text for basis in plan(snapshot).bases)
    assert len(found) == len(set(found))


def test_tallies_count_each_basis_once(snapshot: SiteSnapshot) -> None:
    badges = [basis.now for basis in plan(snapshot).bases]
    assert sum(tally.count for tally in tallies((*badges, None, *badges))) == len(badges)


@pytest.fixture
def more(tmp_path: Path) -> SiteSnapshot:
    """A text that amended a cited one before the plan, one after it, and one whose day is unknown."""
    added = {
        "documents/tt-20.yaml": document("tt-20", "20/2021/TT-BA", "2021-01-01", FORCE, AMENDING),
        "documents/tt-21.yaml": document("tt-21", "21/2022/TT-BA", "2022-06-01", more=AMENDING),
        "documents/tt-22.yaml": document("tt-22", "22/TT-BA", "unknown", more=AMENDING),
    }
    return SiteSnapshot(load(tmp_path, files() | added), DAY)


def test_what_the_plan_leaves_out(more: SiteSnapshot) -> None:
    view = validity(more)
    assert [o.link.text for o in view.before] == ["Thông tư 20/2021/TT-BA"]
    assert [o.link.text for o in view.since] == ["Thông tư 21/2022/TT-BA"]
    ((label, other, witness),) = view.before[0].why
    assert (label, other.text, witness.sure) == (
        "Sửa đổi, bổ sung",
        "Thông tư 01/2020/TT-BA",
        sure_mark(Sureness.READ),
    )


def test_spans_on_the_page_are_dated(snapshot: SiteSnapshot) -> None:
    turns = plan(snapshot).as_of.turns["tt-1"]
    assert [(start, status) for start, status, *_ in turns] == [
        ("", "chua_hieu_luc"),
        ("2020-01-01", "chua_hieu_luc"),
        ("2020-02-01", "con_hieu_luc"),
        ("2022-01-01", "het_hieu_luc"),
    ]
    section = next(s for s in plan(snapshot).sections if s.id == "ii-1")
    assert set(section.as_of.turns) == {"tt-1", "tt-2", "xom-binh-yen"}


def test_the_matrix_leads_to_the_paragraph(snapshot: SiteSnapshot) -> None:
    record = snapshot.corpus.plans["kh-2021"]
    view = matrix_view(snapshot, record, plan(snapshot))
    assert [label for label, _, _ in view.sections] == ["II.1"]
    cited, implied = (next(r.cells[0] for r in view.rows if r.link.href == f"van-ban/{i}/") for i in ("tt-1", "tt-2"))
    assert cited
    (place,) = cited.places
    assert (place.link.text, place.link.href) == ("đoạn 2", f"{PAGE}ii-1/#ii-1.p2")
    assert cited.wrong
    assert place.mark
    assert "sai ngày ban hành" in place.mark.wrong[0]
    assert implied
    assert implied.implied
    assert not implied.wrong
    assert implied.places[0].link.href == f"{PAGE}ii-1/#khong-ghi-so"


def test_the_sheet_says_what_the_page_says(snapshot: SiteSnapshot) -> None:
    sheet = matrix_sheet(snapshot, snapshot.corpus.plans["kh-2021"])
    row = next(row for row in sheet.rows if row[0] == "Thông tư 01/2020/TT-BA")
    assert row[2:5:2] == ("Còn hiệu lực", "Hết hiệu lực")
    assert row[-1].startswith("ii-1.p2\nCần sửa: sai ngày")
    assert sheet.marked == {(sheet.rows.index(row), len(sheet.head) - 1)}
    assert all(len(row) == len(sheet.head) == len(sheet.widths) for row in sheet.rows)
