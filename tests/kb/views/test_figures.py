"""What the figures of a record say: steps of relations, rungs down to the plan, and no day that is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.model.vocabulary import RelationKind
from kb.views.edge_style import STYLE_OF_RELATION
from kb.views.ladder import ladder_view
from kb.views.neighbours import MOST_BOXES, MOST_BOXES_NEAR, neighbours_view
from kb.views.site_snapshot import SiteSnapshot
from kb.views.timeline import timeline_view
from tests.kb.views.test_views import DAY, PAGE, files, record, snapshot
from tests.support.corpora import body, document, load

__all__ = ["snapshot"]


def rests(on: str, kind: str = "can_cu") -> str:
    return f"relations:\n  - {{kind: {kind}, to: {on}, sure: read, sources: [s1]}}\n"


@pytest.fixture
def chain(tmp_path: Path) -> SiteSnapshot:
    """A law, a decree on it, the circular a plan cites (tt-1) on that, and a circular beside that no plan cites."""
    added = {
        "bodies/quoc-hoi.yaml": body("quoc-hoi", "Quốc hội"),
        "documents/luat-1.yaml": document("luat-1", "1/2010/QH12", "2010-01-01", type_="luat").replace(
            "issuers: [bo-a]", "issuers: [quoc-hoi]"
        ),
        "documents/nd-1.yaml": document("nd-1", "1/2012/NĐ-CP", "2012-01-01", more=rests("luat-1"), type_="nghi-dinh"),
        "documents/tt-30.yaml": document("tt-30", "30/2013/TT-BA", "2013-01-01", more=rests("nd-1")),
        "documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", more=rests("nd-1", "huong_dan")),
    }
    return SiteSnapshot(load(tmp_path, files() | added), DAY)


def test_two_steps_and_no_third(chain: SiteSnapshot) -> None:
    view = neighbours_view(chain, chain.corpus.records["luat-1"])
    assert view
    assert {box.node.key for box in view.drawing.boxes} == {"luat-1", "nd-1", "tt-30", "tt-1"}
    assert [(r.subject.text, r.label, r.object.text) for r in view.rows] == [
        ("Nghị định 1/2012/NĐ-CP", "căn cứ", "Luật 1/2010/QH12"),
        ("Thông tư 01/2020/TT-BA", "hướng dẫn", "Nghị định 1/2012/NĐ-CP"),
        ("Thông tư 30/2013/TT-BA", "căn cứ", "Nghị định 1/2012/NĐ-CP"),
    ]
    assert [look for look, _ in view.legend] == ["can-cu", "thuc-hien"]
    assert view.left_out == 0


def test_nothing_related_no_figure(chain: SiteSnapshot) -> None:
    assert neighbours_view(chain, chain.corpus.records["ct-x"]) is None


def test_a_crowd_is_cut_and_said(tmp_path: Path) -> None:
    """Far ones are left out; of many near ones the words keep all, so that a page grows with its own relations."""
    crowd = {
        f"documents/tt-{n}.yaml": document(f"tt-{n}", f"{n}/2023/TT-BA", "2023-01-01", more=rests("tt-2"))
        for n in range(100, 200)
    }
    busy = SiteSnapshot(load(tmp_path, files() | crowd), DAY)
    view = neighbours_view(busy, busy.corpus.records["tt-1"])
    assert view
    assert len(view.drawing.boxes) == MOST_BOXES
    assert view.left_out == 1 + 1 + 100 + 1 - MOST_BOXES  # itself, tt-2 and the programme on it, the crowd on tt-2
    assert len({r.subject for r in view.rows} | {r.object for r in view.rows}) == MOST_BOXES
    hub = neighbours_view(busy, busy.corpus.records["tt-2"])
    assert hub
    assert len(hub.drawing.boxes) == MOST_BOXES_NEAR
    assert len([r for r in hub.rows if "2/2021/TT-BA" in r.object.text]) == 100


def test_the_ladder_leads_from_the_law_to_the_section(chain: SiteSnapshot) -> None:
    view = ladder_view(chain, chain.corpus.documents["nd-1"])
    assert view
    assert [label for label, _ in view.drawing.notes] == ["Quốc hội", "Bộ, cơ quan, tổ chức ở trung ương", "Kế hoạch"]
    keys = {box.node.key for box in view.drawing.boxes}
    assert keys == {"luat-1", "nd-1", "tt-1", "kh-2021#ii-1"}  # tt-30 leads to no plan
    assert (view.rows[-1].subject.text, view.rows[-1].subject.href) == (
        "Mục II.1, kế hoạch năm 2021",
        f"{PAGE}ii-1/#ii-1.p1",
    )


def test_no_ladder_of_one(snapshot: SiteSnapshot) -> None:
    assert ladder_view(snapshot, snapshot.corpus.documents["tt-1"]) is None


def test_an_unknown_day_is_said_and_not_drawn(tmp_path: Path) -> None:
    events = "  - {kind: amended, date: unknown, by: tt-2, sure: read, sources: [s1]}\n"
    events += "  - {kind: attested, date: 2022, sure: read, sources: [s1]}\n"
    one = files() | {"documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", events)}
    some = SiteSnapshot(load(tmp_path, one), DAY)
    view = timeline_view(some, some.corpus.documents["tt-1"])
    assert view
    assert [m.mark.label for m in view.drawing.marks] == [
        "Ban hành 01/01/2020",
        "Còn được áp dụng hoặc viện dẫn 2022",
    ]
    year = view.drawing.marks[1]
    assert year.right - year.left == pytest.approx(20, abs=0.2)  # a year of the five from 2020 to 2024
    assert view.undated == ("được sửa đổi, bổ sung",)
    assert [m.mark.label for m in view.drawing.across] == ["Kế hoạch năm 2021", "Hôm nay"]


def test_no_dated_event_no_timeline(snapshot: SiteSnapshot) -> None:
    assert record(snapshot, "ct-x").timeline is None


def test_every_relation_has_a_line() -> None:
    assert set(STYLE_OF_RELATION) == set(RelationKind)
