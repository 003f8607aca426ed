"""Whether a text can still be used, what is copied of a section's bases, and what became of a plan's bodies."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.views.as_of import WEAK
from kb.views.facts import facts_of
from kb.views.site_snapshot import SiteSnapshot
from kb.views.usable import usable
from tests.kb.views.test_views import DAY, PLAN, files, plan, record, section, snapshot
from tests.support.corpora import body, clean_files, document, load

__all__ = ["snapshot"]
CASES: list[dict[str, Any]] = yaml.load((Path(__file__).parent / "usable.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_document_can_still_be_used_for(case: dict[str, Any], tmp_path: Path) -> None:
    events = "".join(
        f"  - {{kind: {kind}, date: {day}{', by: ' + by[0] if by else ''}, sure: read, sources: [s1]}}\n"
        for kind, day, *by in case.get("events", [])
    )
    rows = {"documents/ct-48.yaml": document("ct-48", "48-CT/TW", "2010-10-22", events, type_="chi-thi")}
    for index, (kind, day) in enumerate(case.get("relations", []), 1):
        relation = f"relations:\n  - {{kind: {kind}, to: ct-48, sure: read, sources: [s1]}}\n"
        rows[f"documents/kl-{index}.yaml"] = document(
            f"kl-{index}", f"9{index}-KL/TW", day, more=relation, type_="ket-luan"
        )
    found = SiteSnapshot(load(tmp_path, clean_files() | rows), date(2024, 1, 1))
    view = usable(found, found.corpus.documents["ct-48"])
    assert view.said == case["said"]
    assert [instead.link.text for instead in view.instead] == case.get("instead", [])
    assert [said for start, said in view.turns if start <= "2024-01-01"][-1] == view.said


def test_the_second_line_is_a_documents_alone(snapshot: SiteSnapshot) -> None:
    assert record(snapshot, "tt-1").usable is not None
    assert record(snapshot, "xom-binh-yen").usable is None
    assert record(snapshot, "xom-binh-yen").warning == ""


def test_the_block_shows_what_does_not_hold_and_leaves_it_out(snapshot: SiteSnapshot) -> None:
    (line,) = section(snapshot).block
    assert (line.record, line.end) == ("tt-1", "")
    assert line.text.startswith("Căn cứ Thông tư số 01/2020/TT-BA")
    assert line.warning == (
        "Thông tư 01/2020/TT-BA: hết hiệu lực – bị thay thế từ ngày 01/01/2022 bởi Thông tư 2/2021/TT-BA"
    )
    assert record(snapshot, "tt-1").warning == line.warning


def test_the_last_line_that_is_copied_ends_with_a_full_stop(tmp_path: Path) -> None:
    both = PLAN.replace(" của Bộ A và", ", Thông tư số 10/2020/TT-BA ngày 01/3/2020 của Bộ A và")
    ends = [
        line.end for line in section(SiteSnapshot(load(tmp_path, files() | {"plans/kh-2021.yaml": both}), DAY)).block
    ]
    assert ends == ["", "."]


def test_statuses_that_are_not_copied() -> None:
    assert set(WEAK) == {"chua_hieu_luc", "het_hieu_luc", "tam_ngung", "het_giai_doan", "da_tong_ket"}


def test_a_plan_whose_bodies_stand_tells_of_no_reorganisation(snapshot: SiteSnapshot) -> None:
    assert plan(snapshot).reorganised is None


def test_a_plan_tells_what_became_of_its_bodies(tmp_path: Path) -> None:
    ended = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A", "valid_to: '2022-06-30'\nsuccessors: [bo-moi]\n"),
        "bodies/bo-moi.yaml": body("bo-moi", "Bộ Mới", "valid_from: '2022-07-01'\nsummary: Hợp nhất từ hai bộ.\n"),
    }
    view = plan(SiteSnapshot(load(tmp_path, files() | ended), DAY))
    found = view.reorganised
    assert found is not None
    assert [link.text for link in view.issuers] == ["Bộ A", "nay là Bộ Mới"]
    assert found.said == (
        "Bộ A, cơ quan của kế hoạch, hoạt động đến 30/6/2022; nay là Bộ Mới (từ 01/7/2022). Hợp nhất từ hai bộ."
    )
    assert [(b.link.text, b.until, [s.text for s in b.successors]) for b in found.bodies] == [
        ("Bộ A", "30/6/2022", ["Bộ Mới"])
    ]
    assert found.bases == 1


def test_a_section_leads_from_a_body_that_ended_to_the_one_in_its_place(tmp_path: Path) -> None:
    ended = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "bodies/cuc-b.yaml": body("cuc-b", "Ban Chỉ đạo phòng thử", "valid_to: '2022-06-30'\nsuccessors: [bo-a]\n"),
        "plans/kh-2021.yaml": PLAN + "links:\n  - {at: can-cu.p1, words: tình hình, to: cuc-b}\n",
    }
    view = plan(SiteSnapshot(load(tmp_path, files() | ended), DAY))
    named = [(b.link.text, b.until, b.successors[0].text) for s in view.sections for b in s.ended]
    assert named == [("Ban Chỉ đạo phòng thử", "30/6/2022", "Bộ A")]


def test_where_and_until_when_an_end_was_looked_for_is_a_fact_of_the_page(tmp_path: Path) -> None:
    sought = "end_sought: {day: '2023-12-20', source: s1}\n"
    rows = {"documents/kl-9.yaml": document("kl-9", "9-KL/TW", "2020-01-01", more=sought, type_="ket-luan")}
    found = SiteSnapshot(load(tmp_path, clean_files() | rows), DAY)
    fact = next(f for f in facts_of(found, found.corpus.documents["kl-9"]) if f.label.startswith("Đã tra cứu"))
    assert fact.values[0].text == "đến ngày 20/12/2023, chưa thấy"
    assert fact.witnesses[0].sources == ("1",)
    badge = found.badge(found.corpus.documents["kl-9"])
    assert badge is not None
    assert badge.reason.endswith("đã tra cứu đến ngày 20/12/2023, chưa thấy văn bản chấm dứt hiệu lực")
