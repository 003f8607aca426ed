"""Every page of the site: where it stands, what it is called, which template shows which view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from kb.model import Plan, Record
from kb.model.kinds import DOCUMENT
from kb.views import calendar, changes, checking, editors, guide, overview, rules, schemas, terms, whole_graph
from kb.views.basis_table import FORMER, NAME, address, basis_table
from kb.views.facts import OWN_FACTS
from kb.views.handbook import handbook_view
from kb.views.home import home_view
from kb.views.listing import ListingView, document_listings, kind_listings, topic_listing
from kb.views.omitted import omitted_view
from kb.views.plan import PlanView, plan_view
from kb.views.record import record_view
from kb.views.registered_pages import registered_views
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

_LISTS = frozenset(
    {
        *("listing", "omitted", "changes", "checking", "checking_rest", "whole_graph", "whole_graph_words"),
        *("basis_table", "handbook", "handbook_documents", "plan_whole"),
    }
)
_REASONED = frozenset({"basis_table", "handbook_documents"})
"""Lists that write the reason beside each status."""


@dataclass(frozen=True)
class Page:
    """`path` is that of the Markdown file; `view` is what the template of that name lays out."""

    path: str
    title: str
    template: str
    view: Any
    searched: bool = True
    """Lists and the whole plan say nothing that no other page says, and would crowd the results."""
    record: Record | None = None
    """The record that the page belongs to."""

    @property
    def is_records_own(self) -> bool:
        """Whether it is the page of its record, and not a further one of a plan."""
        return self.record is not None and self.path == f"{self.record.page_address}index.md"

    @property
    def is_list(self) -> bool:
        """Whether it names so many records that a note on each would outweigh what it says."""
        return self.template in _LISTS

    @property
    def tells_reasons(self) -> bool:
        """Whether it says why a record has its status on the day that is asked about."""
        return not self.is_list or self.template in _REASONED

    @property
    def up(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.path.count("/")


@dataclass(frozen=True)
class StandingPage:
    """A page that there is once, whatever the corpus holds. `href` is its address from the site's root."""

    href: str
    title: str
    template: str
    view: Callable[[SiteSnapshot], Any]
    searched: bool = False

    def page(self, snapshot: SiteSnapshot) -> Page:
        """The page of a corpus on a day."""
        return Page(f"{self.href}index.md", self.title, self.template, self.view(snapshot), self.searched)


STANDING = (
    StandingPage(terms.HREF, "Từ viết tắt", "terms", terms.terms_view, searched=True),
    StandingPage(calendar.HREF, "Lịch", "calendar", calendar.calendar_view),
    StandingPage(guide.HREF, "Trợ giúp", "guide", lambda _: guide.guide_view()),
    StandingPage(editors.HREF, "Dành cho biên tập", "editors", lambda _: editors.editors_view()),
    StandingPage(overview.HREF, "Tổng quan", "overview", overview.overview_view),
    StandingPage(whole_graph.HREF, "Sơ đồ toàn kho", "whole_graph", whole_graph.whole_graph_view),
    StandingPage(whole_graph.WORDS, "Quan hệ bằng lời", "whole_graph_words", whole_graph.whole_graph_words),
    StandingPage(checking.HREF, "Dữ kiện cần kiểm tra", "checking", checking.checking_view),
    StandingPage(checking.REST, "Dữ kiện khác cần kiểm tra", "checking_rest", checking.checking_view),
    StandingPage(changes.HREF, "Kho có gì thay đổi", "changes", changes.changes_view),
    StandingPage(rules.HREF, "Quy tắc biên tập", "rules", lambda _: rules.rule_groups()),
    StandingPage(schemas.HREF, "Khuôn dữ liệu", "schemas", lambda _: schemas.schemas_view()),
)
"""A new page is a line here, with its view and its template; a second line in `menu.MENU` or `FOOTER` leads to it."""


@dataclass(frozen=True)
class SectionPage:
    """A section of a plan with the sections before and after it."""

    plan: PlanView
    section: Any
    before: Hyperlink | None
    after: Hyperlink | None


def pages(snapshot: SiteSnapshot) -> Iterator[Page]:
    """All pages, none twice."""
    own = tuple(_own_pages(snapshot))
    yield from own
    for record in snapshot.corpus.records.values():
        for former in record.former_ids:
            yield from _moved(record, former, own)


def _moved(record: Record, former: str, own: tuple[Page, ...]) -> Iterator[Page]:
    """What stood under a former id leads to where it stands now. A term is a place of a page, which keeps that name."""
    home = record.page_address
    for page in own:
        if page.record is record:
            old = home.replace(record.id, former) + page.path[len(home) :]
            yield Page(old, page.title, "moved", page.path.removesuffix("index.md"), False)


def _own_pages(snapshot: SiteSnapshot) -> Iterator[Page]:
    plans = tuple((plan, plan_view(snapshot, plan)) for plan in snapshot.corpus.plans.values())
    yield Page("index.md", "Tìm", "home", home_view(snapshot, tuple(view for _, view in plans)))
    for plan, plan_shown in plans:
        yield from _plan_pages(plan, plan_shown)
        yield from _plan_reports(snapshot, plan, plan_shown)
    yield from _record_pages(snapshot)
    for registered in registered_views(snapshot):
        yield Page(f"{registered.href}index.md", registered.heading, "registered", registered, searched=False)
    for listing in (*document_listings(snapshot), *kind_listings(snapshot)):
        yield _listing_page(listing)
    for topic in snapshot.corpus.topics.values():
        yield _listing_page(topic_listing(snapshot, topic), topic)
    yield from (standing.page(snapshot) for standing in STANDING)
    for group in rules.rule_groups():
        for page in group.pages:
            yield Page(f"{page.href}index.md", page.rule.title, "rule", page, searched=False)


def _plan_pages(plan: Plan, view: PlanView) -> Iterator[Page]:
    """The plan, its text in one piece, and a page a section."""
    yield Page(f"{view.href}index.md", f"Kế hoạch năm {view.year}", "plan", view, record=plan)
    yield Page(f"{view.href}toan-van/index.md", "Toàn văn kế hoạch", "plan_whole", view, False, plan)
    links = [Hyperlink(section.heading, section.href) for section in view.sections]
    for index, section in enumerate(view.sections):
        before = links[index - 1] if index else None
        after = links[index + 1] if index + 1 < len(links) else None
        shown = SectionPage(view, section, before, after)
        yield Page(f"{section.href}index.md", section.heading, "section", shown, record=plan)


def _plan_reports(snapshot: SiteSnapshot, plan: Plan, view: PlanView) -> Iterator[Page]:
    """What is said of a plan beside its text; what was said on three pages leads to the table."""
    table = address(plan)
    yield Page(f"{table}index.md", NAME, "basis_table", basis_table(snapshot, plan), False, plan)
    handbook = handbook_view(snapshot, plan, view)
    yield Page(f"{view.href}so-tay/index.md", "Sổ tay để in", "handbook", handbook, False, plan)
    yield Page(f"{view.href}so-tay/phu-luc/index.md", "Phụ lục sổ tay", "handbook_documents", handbook, False, plan)
    beside = omitted_view(snapshot, plan)
    yield Page(f"{beside.href}index.md", "Kế hoạch không viện dẫn", "omitted", beside, False, plan)
    for former in FORMER:
        yield Page(f"{view.href}{former}/index.md", NAME, "moved", table, False, plan)


def _record_pages(snapshot: SiteSnapshot) -> Iterator[Page]:
    beside = _beside(snapshot)
    for record in snapshot.corpus.records.values():
        if record.record_kind in OWN_FACTS:
            view = record_view(snapshot, record)
            before, after = beside.get(view.href, (None, None))
            shown = replace(view, before=before, after=after)
            yield Page(f"{view.href}index.md", view.heading, "record", shown, record=record)


def _beside(snapshot: SiteSnapshot) -> dict[str, tuple[Hyperlink | None, Hyperlink | None]]:
    """Address of a record -> what stands before and behind it in its list: documents of a type by their day."""
    by_type, *_ = document_listings(snapshot)
    others = [listing for listing in kind_listings(snapshot) if listing.href != DOCUMENT.list_address]
    found: dict[str, tuple[Hyperlink | None, Hyperlink | None]] = {}
    for group in (group for listing in (by_type, *others) for group in listing.groups):
        links = [replace(row.link, badge=row.badge) for row in group.rows]
        for before, link, after in zip([None, *links], links, [*links[1:], None], strict=False):
            found[str(link.href)] = (before, after)
    return found


def _listing_page(listing: ListingView, record: Record | None = None) -> Page:
    return Page(f"{listing.href}index.md", listing.title, "listing", listing, False, record)
