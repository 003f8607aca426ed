"""The table of what a plan rests on, its sheet, and the statuses on other days."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.corpus.load import load_corpus
from kb.model.vocabulary import Status, Sureness
from kb.views.as_of import packed, tallies
from kb.views.basis_row import BasisRow
from kb.views.basis_sheet import basis_sheet
from kb.views.basis_table import GROUPS, BasisTable, basis_table
from kb.views.omitted import omitted_view
from kb.views.site_snapshot import SiteSnapshot
from kb.views.sureness import sure_mark
from tests.kb.views.test_views import CITED, DAY, PAGE, files, plan, snapshot
from tests.support.corpora import PLAN, document, load
from tests.support.paths import ROOT

__all__ = ["snapshot"]
AMENDING = "relations:\n  - {kind: sua_doi_bo_sung, to: tt-1, sure: read, sources: [s1]}\n"
FORCE = "  - {kind: in_force, date: 2021-01-01, sure: read, sources: [s1]}\n"


def table(snapshot: SiteSnapshot) -> BasisTable:
    return basis_table(snapshot, snapshot.corpus.plans["kh-2021"])


def row(snapshot: SiteSnapshot, record: str) -> BasisRow:
    return next(row for row in table(snapshot).rows if row.now and row.now.record == record)


def test_a_lost_basis_names_what_took_its_place_and_since_when(snapshot: SiteSnapshot) -> None:
    lost = next(group for group in table(snapshot).groups if group.anchor == "mat")
    assert [row.link.text for row in lost.rows] == ["Thông tư 01/2020/TT-BA", "Phong trào “Xóm bình yên”"]
    assert lost.rows[0].sections == ("ii-1",)
    (instead,) = lost.rows[0].instead
    assert (instead.link.text, instead.since, instead.said) == (
        "Thông tư 2/2021/TT-BA",
        "2022-01-01",
        "thay từ ngày 01/01/2022",
    )


def test_every_basis_is_in_one_group(snapshot: SiteSnapshot) -> None:
    found = [row.link for row in table(snapshot).rows]
    assert sorted(link.text for link in found) == sorted(basis.link.text for basis in plan(snapshot).bases)
    assert len(found) == len(set(found))


def test_every_status_has_its_group() -> None:
    assert sorted(status.value for _, _, statuses in GROUPS for status in statuses) == sorted(s.value for s in Status)


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
    view = omitted_view(more, more.corpus.plans["kh-2021"])
    assert [o.link.text for o in view.before] == ["Thông tư 20/2021/TT-BA"]
    assert [o.link.text for o in view.since] == ["Thông tư 21/2022/TT-BA"]
    ((label, other, witness),) = view.before[0].why
    assert (label, other.text, witness.sure) == (
        "Sửa đổi, bổ sung",
        "Thông tư 01/2020/TT-BA",
        sure_mark(Sureness.READ),
    )


def test_packed_spans_write_each_text_once() -> None:
    turns = {"a": [("", "x", "X"), ("2020-01-01", "y", "Y")], "b": [("", "x", "X")]}
    held = packed(turns)
    assert held["texts"] == ["", "x", "X", "2020-01-01", "y", "Y"]
    read = {i: [tuple(held["texts"][at] for at in span) for span in spans] for i, spans in held["spans"].items()}
    assert read == turns


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


def test_a_place_leads_to_its_paragraph_and_says_what_is_wrong(snapshot: SiteSnapshot) -> None:
    assert table(snapshot).sections == (("ii-1", "mục II.1"),)
    cited, implied = row(snapshot, "tt-1"), row(snapshot, "tt-2")
    (place,) = cited.places
    assert (place.link.text, place.link.href) == ("mục II.1, đoạn 2", f"{PAGE}ii-1/#ii-1.p2")
    assert (place.typed, place.verdict) == (f"{CITED} của Bộ A", "sai")
    assert place.mark
    assert "sai ngày ban hành" in place.mark.wrong[0]
    assert cited.wrong_in("ii-1")
    assert [(p.link.text, p.link.href, p.mark) for p in implied.places] == [
        ("mục II.1, không ghi số", f"{PAGE}ii-1/#khong-ghi-so", None)
    ]
    assert not implied.wrong_in("ii-1")


def test_words_that_mean_no_record_stand_in_a_row_of_their_own(tmp_path: Path) -> None:
    own = files()
    told = "Nghị định số 99/2019/NĐ-CP"
    own["plans/kh-2021.yaml"] = own["plans/kh-2021.yaml"].replace("Căn cứ tình hình thực tế.", f"Căn cứ {told}.")
    view = table(SiteSnapshot(load(tmp_path, own), DAY))
    (one,) = view.unmatched
    assert (one.link.text, one.link.href, one.now) == (told, None, None)
    assert [place.link.href for place in one.places] == [f"{PAGE}can-cu/#can-cu.p1"]
    assert one in view.rows


def test_the_sheet_says_what_the_page_says(snapshot: SiteSnapshot) -> None:
    sheet = basis_sheet(snapshot, snapshot.corpus.plans["kh-2021"])
    row = next(row for row in sheet.rows if row[0] == "Thông tư 01/2020/TT-BA")
    assert row[2:5:2] == ("Còn hiệu lực", "Hết hiệu lực")
    assert row[6] == "Thông tư 2/2021/TT-BA (thay từ ngày 01/01/2022)"
    assert row[-1].startswith("ii-1.p2\nCần sửa: sai ngày")
    assert sheet.marked == {(sheet.rows.index(row), len(sheet.head) - 1)}
    assert all(len(row) == len(sheet.head) == len(sheet.widths) for row in sheet.rows)
    assert [row[0] for row in sheet.rows] == [row.link.text for row in table(snapshot).rows]


def test_the_table_of_the_plan_holds_every_citation_once() -> None:
    corpus = load_corpus(ROOT / "corpus")
    snapshot, record = SiteSnapshot(corpus, DAY), corpus.plans[PLAN]
    places = [place for row in basis_table(snapshot, record).rows for place in row.places if place.mark]
    assert sorted(p.mark.id for p in places if p.mark) == sorted(found.id for found in snapshot.findings(record))
    paragraphs = {paragraph.id: paragraph.text for section in record.sections for paragraph in section.paragraphs}
    assert [p for p in places if p.typed not in " ".join(paragraphs[p.paragraph].split())] == []
    wrong = [place for place in places if place.mark and place.mark.severity == "wrong"]
    assert len(wrong) == 9 + 3  # of numbers, of names
    assert "đúng là “48-CT/TW”" in " ".join(sentence for place in wrong for sentence in place.said)
