"""Pages of every kind, which each test of the pages goes through; `test_kinds` tells when a kind is missing here."""

from __future__ import annotations

from kb.browser_runtime import installed
from kb.views.pages import STANDING, Page
from kb.workspace import Workspace
from tests.support.paths import ROOT

PLAN = "ke-hoach/kh-hoi-lhpn-soc-trang-tdbvantq-2024/"
DOCUMENT = "van-ban/tt-124-2021-tt-bca/"

EXAMPLES: dict[str, tuple[str, ...]] = {
    "home": ("",),
    "plan": (PLAN,),
    "plan_whole": (f"{PLAN}toan-van/",),
    "section": (f"{PLAN}ii-1/", f"{PLAN}ky-ten/"),
    "handbook": (f"{PLAN}so-tay/",),
    "handbook_documents": (f"{PLAN}so-tay/phu-luc/",),
    "basis_table": (f"{PLAN}bang-can-cu/",),
    "omitted": (f"{PLAN}khong-vien-dan/",),
    "record van-ban": (DOCUMENT, "van-ban/qd-318-qd-ttg-2022/"),
    "record chuong-trinh": ("chuong-trinh/du-an-8-qd-1719/",),
    "record ngay": ("ngay/ngay-30-7/",),
    "record co-quan": ("co-quan/bo-cong-an/",),
    "record mo-hinh": ("mo-hinh/mo-hinh-2-khong-2-co/",),
    "listing van-ban": ("van-ban/", "van-ban/theo-co-quan/", "van-ban/theo-nam/"),
    "listing chuong-trinh": ("chuong-trinh/",),
    "listing ngay": ("ngay/",),
    "listing co-quan": ("co-quan/",),
    "listing mo-hinh": ("mo-hinh/",),
    "listing chu-de": ("chu-de/", "chu-de/phu-nu/"),
    **{page.template: (page.href,) for page in STANDING},
    "rule": ("quy-tac/bod01/",),
    "registered": ("so-dang-ky/luat-28-2018-qh14-2018-06-15/",),
}
"""Kind of page -> where pages of it stand."""

CHECKER = ("kiem-tra/", "gui-van-ban/") if installed(Workspace(ROOT / "corpus").runtime) else ()
"""The pages that check drafts and make records, where they can be made (`make runtime`)."""

MANUAL = "bien-tap/huong-dan/"
"""A page made of a file of the documentation, with lists, tables and code."""

KINDS = (*(path for paths in EXAMPLES.values() for path in paths), MANUAL, "tim-kiem/", *CHECKER, "404.html")
"""A page of every kind, as files."""

PAGES = (*KINDS, f"{PLAN}bang-can-cu/?ngay=2024-05-31", f"{PLAN}ii-1/?ngay=2023-01-15", "tim-kiem/?q=an+ninh")
"""Those, and what scripts make of some of them."""


def kind_of(page: Page) -> str:
    """The template; records and lists, which share theirs, are told apart by what they are of."""
    shared = page.template in ("record", "listing")
    return f"{page.template} {page.path.partition('/')[0]}" if shared else page.template
