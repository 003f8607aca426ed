"""Which pages there are, and that lists hold every record where a reader looks for it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec import structs

from kb.corpus.corpus import Corpus
from kb.views.listing import ListingView
from kb.views.menu import FOOTER, MENU, MenuEntry, menu
from kb.views.pages import STANDING, Page, pages
from kb.views.site_snapshot import SiteSnapshot
from tests.kb.views.test_views import snapshot

__all__ = ["snapshot"]

DOCUMENTS = {f"van-ban/{i}/" for i in ("tt-1", "tt-2", "tt-10", "ct-x")}


def built(snapshot: SiteSnapshot) -> dict[str, Page]:
    found = list(pages(snapshot))
    assert [path for path, n in Counter(p.path for p in found).items() if n > 1] == []
    return {page.path: page for page in found}


def listing(snapshot: SiteSnapshot, folder: str) -> ListingView:
    view = built(snapshot)[f"{folder}/index.md"].view
    assert isinstance(view, ListingView)
    return view


def rows(view: ListingView) -> dict[str, list[str]]:
    """Heading -> addresses of the records under it."""
    return {group.heading: [str(r.link.href) for r in group.rows] for group in view.groups}


def test_every_record_has_its_page(snapshot: SiteSnapshot) -> None:
    paths = set(built(snapshot))
    for record in ("van-ban/tt-1", "chuong-trinh/xom-binh-yen", "ngay/ngay-1-7", "co-quan/bo-b", "mo-hinh/to-tu-quan"):
        assert f"{record}/index.md" in paths
    assert {"index.md", "thuat-ngu/index.md", "chu-de/trat-tu/index.md"} <= paths
    assert {f"ke-hoach/kh-2021/{part}index.md" for part in ("", "toan-van/", "can-cu/", "ii-1/")} <= paths


def test_a_former_address_leads_to_the_new_one(snapshot: SiteSnapshot) -> None:
    page = built(snapshot)["van-ban/ct-cu/index.md"]
    assert (page.template, page.view, page.searched) == ("moved", "van-ban/ct-x/", False)
    for former in ("ra-soat", "con-can-cu", "ma-tran"):
        assert built(snapshot)[f"ke-hoach/kh-2021/{former}/index.md"].view == "ke-hoach/kh-2021/bang-can-cu/"


def test_a_page_carries_its_record(snapshot: SiteSnapshot) -> None:
    found = built(snapshot)
    for path, record, own in (
        ("van-ban/tt-1/", "tt-1", True),
        ("chu-de/trat-tu/", "trat-tu", True),
        ("ke-hoach/kh-2021/", "kh-2021", True),
        ("ke-hoach/kh-2021/ii-1/", "kh-2021", False),
        ("ke-hoach/kh-2021/so-tay/", "kh-2021", False),
    ):
        page = found[f"{path}index.md"]
        assert (page.record and page.record.id, page.is_records_own) == (record, own), path
    for path in ("", "van-ban/theo-loai/", "van-ban/ct-cu/", "thuat-ngu/"):
        page = found[f"{path}index.md"]
        assert (page.record, page.is_records_own) == (None, False), path


def test_every_menu_leads_to_a_page(snapshot: SiteSnapshot) -> None:
    shown = menu(snapshot, (*MENU, *FOOTER))
    leaves = [entry for top in shown for entry in (top.entries or (top,))]
    assert {f"{entry.href}index.md" for entry in leaves} <= set(built(snapshot))
    assert [entry.words for entry in shown[:3]] == ["Tìm", "Kế hoạch", "Văn bản"]


def test_every_list_and_every_standing_page_is_in_a_menu(snapshot: SiteSnapshot) -> None:
    """At every width: the menu above shows as tabs or behind a button, the one below on every screen."""
    shown = (*menu(snapshot, MENU), *FOOTER)
    led_to = {f"{entry.href}index.md" for top in shown for entry in (top, *top.entries)}
    lists = {path for path, page in built(snapshot).items() if page.template == "listing" and page.record is None}
    assert lists | {f"{page.href}index.md" for page in STANDING} <= led_to


def test_several_plans_stand_below_one_word(snapshot: SiteSnapshot) -> None:
    (plan,) = snapshot.corpus.plans.values()
    later = structs.replace(plan, id="kh-2022", year="2022")
    more = Corpus(snapshot.corpus.root, {**snapshot.corpus.records, later.id: later})
    _, plans = menu(SiteSnapshot(more, snapshot.day), ())
    below = (
        MenuEntry("Kế hoạch 2022, Bộ A", "ke-hoach/kh-2022/"),
        MenuEntry("Kế hoạch 2021, Bộ A", "ke-hoach/kh-2021/"),
    )
    assert plans == MenuEntry("Kế hoạch", entries=below)


def test_no_page_shows_a_raw_unknown(snapshot: SiteSnapshot) -> None:
    assert any(words_of(page.view) for page in built(snapshot).values())
    for page in built(snapshot).values():
        assert [text for text in words_of(page.view) if text in ("unknown", "None")] == [], page.path


def words_of(value: Any) -> list[str]:
    """Every text anywhere in a view."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in words_of(item)]
    return [text for item in vars(value).values() for text in words_of(item)] if hasattr(value, "__dict__") else []


def test_lists_and_the_whole_plan_stay_out_of_the_search(snapshot: SiteSnapshot) -> None:
    found = built(snapshot)
    left_out = {page.template for page in found.values() if not page.searched}
    lists = {"listing", "plan_whole", "basis_table", "omitted", "handbook", "handbook_documents", "moved", "rule"}
    assert left_out - {page.template for page in STANDING} == lists
    assert "terms" not in left_out
    assert found["van-ban/tt-1/index.md"].searched


def test_every_document_stands_once_by_type_year_and_status(snapshot: SiteSnapshot) -> None:
    for way in ("theo-loai", "theo-nam", "theo-tinh-trang"):
        held = [href for own in rows(listing(snapshot, f"van-ban/{way}")).values() for href in own]
        assert sorted(held) == sorted(DOCUMENTS), way


def test_a_joint_document_stands_under_each_issuer(snapshot: SiteSnapshot) -> None:
    assert rows(listing(snapshot, "van-ban/theo-co-quan")) == {
        "Bộ A": ["van-ban/tt-1/", "van-ban/tt-10/", "van-ban/tt-2/", "van-ban/ct-x/"],
        "Cục B": ["van-ban/tt-10/"],
    }


def test_years_go_from_the_newest_to_the_unknown(snapshot: SiteSnapshot) -> None:
    view = listing(snapshot, "van-ban/theo-nam")
    assert list(rows(view)) == ["2021", "2020", "Chưa xác định"]
    assert view.groups[-1].rows[0].note == "chưa rõ ngày ban hành"


def test_statuses_are_those_of_the_day(snapshot: SiteSnapshot) -> None:
    by_status = rows(listing(snapshot, "van-ban/theo-tinh-trang"))
    assert by_status["Hết hiệu lực"] == ["van-ban/tt-1/"]
    assert list(by_status)[-1] == "Chưa xác định tình trạng"


def test_numbers_are_ordered_by_size(snapshot: SiteSnapshot) -> None:
    (own,) = rows(listing(snapshot, "van-ban")).values()
    assert own == ["van-ban/ct-x/", "van-ban/tt-1/", "van-ban/tt-2/", "van-ban/tt-10/"]


def test_a_topic_lists_its_records_by_kind(snapshot: SiteSnapshot) -> None:
    assert rows(listing(snapshot, "chu-de/trat-tu")) == {
        "Văn bản": ["van-ban/tt-1/"],
        "Chương trình, phong trào": ["chuong-trinh/xom-binh-yen/"],
        "Ngày kỷ niệm, hưởng ứng": ["ngay/ngay-1-7/"],
    }
    (row,) = listing(snapshot, "chu-de").groups[0].rows
    assert row.note == "3 mục"


def test_bodies_stand_by_level_and_programmes_by_type(snapshot: SiteSnapshot) -> None:
    assert rows(listing(snapshot, "co-quan")) == {"Trung ương": ["co-quan/bo-a/", "co-quan/bo-b/"]}
    assert rows(listing(snapshot, "chuong-trinh")) == {"Phong trào": ["chuong-trinh/xom-binh-yen/"]}


def test_the_trail_above_a_record_leads_to_a_heading_of_a_list(snapshot: SiteSnapshot) -> None:
    found = built(snapshot)
    for path in ("van-ban/tt-1/", "van-ban/ct-x/", "chuong-trinh/xom-binh-yen/"):
        crumb = found[f"{path}index.md"].view.crumbs[-1]
        folder, _, place = crumb.href.partition("#")
        assert place in {group.anchor for group in found[f"{folder}index.md"].view.groups}


def test_the_first_page_tells_what_no_longer_holds(snapshot: SiteSnapshot) -> None:
    home = built(snapshot)["index.md"].view
    assert [(b.link.href, b.now.label) for b in home.lost] == [
        ("van-ban/tt-1/", "Hết hiệu lực"),
        ("chuong-trinh/xom-binh-yen/", "Hết giai đoạn"),
    ]
    assert ("văn bản", 4, "van-ban/") in home.counts
    assert [(e.link.href, e.day) for e in home.ended] == [("van-ban/tt-1/", "01/01/2022")]
    assert [i.link.href for i in home.ended[0].instead] == ["van-ban/tt-2/"]
    assert [c.when.due for c in home.coming] == ["07-01"]


def test_an_abbreviation_without_a_known_meaning_says_so(snapshot: SiteSnapshot) -> None:
    (term,) = built(snapshot)["thuat-ngu/index.md"].view
    assert (term.abbreviation, term.expansion) == ("BCĐ", "chưa xác định")
