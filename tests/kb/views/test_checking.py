"""What should be checked: missing and weak facts, and the portals among the sources, heaviest first."""

from __future__ import annotations

from pathlib import Path

from kb.model import RECORD_CLASSES, Plan, Sourced
from kb.upkeep.weak_facts import FIELD_WORDS
from kb.views.checking import CheckingView, ToCheck, checking_view
from kb.views.site_snapshot import SiteSnapshot
from tests.kb.views.test_views import DAY, files, snapshot
from tests.support.corpora import document, load

__all__ = ["snapshot"]


def item(snapshot: SiteSnapshot, record: str) -> ToCheck:
    view = checking_view(snapshot)
    return next(i for i in every(view) if i.link.href == f"van-ban/{record}/")


def every(view: CheckingView) -> tuple[ToCheck, ...]:
    return (*view.carrying, *(i for group in view.others for i in group.items))


def test_heaviest_first(snapshot: SiteSnapshot) -> None:
    view = checking_view(snapshot)
    weights = [i.paragraphs for i in view.carrying]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) > 0
    rest = [i for group in view.others for i in group.items]
    assert {i.paragraphs for i in rest} == {0}
    assert view.rest == len(rest)
    missing = [group.missing for group in view.others]
    assert len(set(missing)) == len(missing)
    assert [len(words) for words in missing] == sorted(map(len, missing), reverse=True)
    assert all(i.missing == group.missing for group in view.others for i in group.items)


def test_what_is_missing_and_what_is_weak(tmp_path: Path) -> None:
    events = "  - {kind: amended, date: unknown, by: tt-2, sure: inferred, sources: [s1]}\n"
    events += "  - {kind: phase_ended, date: 2030, sure: inferred, sources: [s1]}\n"
    one = document("tt-1", "01/2020/TT-BA", "2020-01-01", events).replace("facts: [number", "facts: [title, number")
    one += "  - {id: s2, where: https://www.vanban.chinhphu.vn/x, checked: 2026-01-02}\n"
    found = item(SiteSnapshot(load(tmp_path, files() | {"documents/tt-1.yaml": one}), DAY), "tt-1")
    assert found.missing == ("người ký", "đối tượng áp dụng", "trách nhiệm, nhiệm vụ", "ngày được sửa đổi, bổ sung")
    assert dict(found.weak) == {
        "Suy ra, chưa đọc được": ("việc được sửa đổi, bổ sung", "ngày hết giai đoạn"),
        "Chỉ một nguồn": ("tên, trích yếu", "số, ký hiệu", "cơ quan ban hành", "ngày ban hành"),
    }
    assert [(p.text, p.href) for p in found.portals] == [("vanban.chinhphu.vn", "https://www.vanban.chinhphu.vn/x")]


def test_where_to_look_when_no_portal_was_read(tmp_path: Path) -> None:
    """The portals of other documents of the same body; a name that only ends like a portal's is none."""
    seen = "".join(
        f"  - {{id: s{n}, where: https://{host}/x, checked: 2026-01-02}}\n"
        for n, host in ((2, "vbpl.vn"), (3, "khongphaivbpl.vn"), (4, "bo-a.gov.vn"))
    )
    given = files() | {"documents/tt-9.yaml": document("tt-9", "9/2020/TT-BA", "2020-01-01") + seen}
    snapshot = SiteSnapshot(load(tmp_path, given), DAY)
    assert item(snapshot, "tt-2").portals == ()
    assert item(snapshot, "tt-2").elsewhere == ("bo-a.gov.vn", "vbpl.vn")
    assert item(snapshot, "tt-9").elsewhere == ()


def test_an_unknown_status_comes_first(snapshot: SiteSnapshot) -> None:
    assert item(snapshot, "ct-x").missing[0] == "tình trạng hiệu lực"


def test_an_unknown_expansion_is_no_name(snapshot: SiteSnapshot) -> None:
    view = checking_view(snapshot)
    term = next(i for i in every(view) if (i.link.href or "").startswith("thuat-ngu/"))
    assert (term.link.text, term.missing) == ("BCĐ", ("viết đầy đủ",))


def test_every_fact_has_words() -> None:
    named = {field for cls in RECORD_CLASSES if issubclass(cls, Sourced) and cls is not Plan for field in cls.witnessed}
    assert named <= set(FIELD_WORDS)
