"""The menus above and below every page: the tasks, the plans of the corpus, the lists, what is for editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Plan
from kb.model.kinds import BODY, DOCUMENT, MODEL, OBSERVANCE, PROGRAMME, TOPIC
from kb.views import calendar, changes, checking, editors, guide, overview, rules, schemas, terms, whole_graph
from kb.views.listing import BY_ISSUER, BY_STATUS, BY_TYPE, BY_YEAR
from kb.views.site_snapshot import SiteSnapshot


@dataclass(frozen=True)
class MenuEntry:
    """Words that lead to a page (`href`, from the site's root), or that stand above further entries."""

    words: str
    href: str = ""
    entries: tuple[MenuEntry, ...] = ()


_DOCUMENTS = (
    MenuEntry("Tất cả văn bản", DOCUMENT.list_address),
    MenuEntry("Theo thể loại", BY_TYPE),
    MenuEntry("Theo cơ quan", BY_ISSUER),
    MenuEntry("Theo năm", BY_YEAR),
    MenuEntry("Theo tình trạng", BY_STATUS),
)
MENU = (
    MenuEntry("Văn bản", entries=_DOCUMENTS),
    MenuEntry("Lịch", calendar.HREF),
    MenuEntry("Trợ giúp", guide.HREF),
)
"""Above every page, whatever the corpus holds, in the order of the screen. A phone opens it with a button."""

FOOTER = (
    MenuEntry("Danh mục văn bản", entries=_DOCUMENTS),
    MenuEntry(
        "Ngoài văn bản",
        entries=(
            MenuEntry("Chương trình, phong trào", PROGRAMME.list_address),
            MenuEntry("Ngày kỷ niệm", OBSERVANCE.list_address),
            MenuEntry("Cơ quan, tổ chức", BODY.list_address),
            MenuEntry("Mô hình", MODEL.list_address),
            MenuEntry("Chủ đề", TOPIC.list_address),
            MenuEntry("Từ viết tắt", terms.HREF),
        ),
    ),
    MenuEntry(
        "Toàn kho",
        entries=(
            MenuEntry("Tổng quan", overview.HREF),
            MenuEntry("Sơ đồ quan hệ", whole_graph.HREF),
            MenuEntry("Quan hệ bằng lời", whole_graph.WORDS),
            MenuEntry("Kho có gì thay đổi", changes.HREF),
        ),
    ),
    MenuEntry(
        "Dành cho biên tập",
        entries=(
            MenuEntry("Tài liệu biên tập", editors.HREF),
            MenuEntry("Dữ kiện cần kiểm tra", checking.HREF),
            MenuEntry("Dữ kiện khác cần kiểm tra", checking.REST),
            MenuEntry("Quy tắc biên tập", rules.HREF),
            MenuEntry("Khuôn dữ liệu", schemas.HREF),
        ),
    ),
)
"""Below every page on every screen, so that every list is two steps away at most."""


def menu(snapshot: SiteSnapshot, standing: tuple[MenuEntry, ...]) -> tuple[MenuEntry, ...]:
    """The first page, which is that of the search, the plans, then what stands whatever the corpus holds."""
    return (MenuEntry("Tìm"), *_plans(snapshot), *standing)


def _plans(snapshot: SiteSnapshot) -> Iterator[MenuEntry]:
    """A single plan stands in the menu itself; several stand below one word, the newest year first."""
    plans = sorted(snapshot.corpus.plans.values(), key=lambda plan: (-int(plan.year), plan.id))
    if len(plans) == 1:
        yield MenuEntry("Kế hoạch", plans[0].page_address)
    elif plans:
        below = tuple(MenuEntry(plan_words(snapshot, plan), plan.page_address) for plan in plans)
        yield MenuEntry("Kế hoạch", entries=below)


def plan_words(snapshot: SiteSnapshot, plan: Plan) -> str:
    """A plan by its year and by the body that issues it, which tell it from every other."""
    bodies = ", ".join(link.text for link in snapshot.links(plan.issuers))
    return f"Kế hoạch {plan.year}" + (f", {bodies}" if bodies else "")
