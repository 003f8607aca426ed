"""Every page of the site: where it stands, what it is called, which template shows which view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.language.fold import folded
from kb.model import Body, Document, Model, Observance, Programme, Record
from kb.model.vocabulary import Status
from kb.views import calendar, changes, checking, overview, whole_graph
from kb.views.basis import BasisView
from kb.views.common import Hyperlink, Shelf, WitnessView, address, fact_witnesses, known
from kb.views.handbook import handbook_view
from kb.views.listing import ListingView, document_listings, kind_listings, topic_listing
from kb.views.matrix import matrix_view
from kb.views.plan import PlanView, plan_view
from kb.views.plan_validity import plan_validity_view
from kb.views.record import record_view
from kb.views.review import review_view
from kb.views.rules import HREF, rule_groups

_LOST = {Status.ENDED.value, Status.PHASE_OVER.value, Status.SUSPENDED.value}


@dataclass(frozen=True)
class Page:
    """`path` is that of the Markdown file; `view` is what the template of that name lays out."""

    path: str
    title: str
    template: str
    view: Any
    searched: bool = True
    """Lists and the whole plan say nothing that no other page says, and would crowd the results."""


@dataclass(frozen=True)
class HomeView:
    plans: tuple[PlanView, ...]
    counts: tuple[tuple[str, int, str], ...]
    """(kind, how many, address of its list)."""
    lost: tuple[BasisView, ...]
    """Bases of the plans that no longer hold today."""


@dataclass(frozen=True)
class SectionPage:
    plan: PlanView
    section: Any
    before: Hyperlink | None
    after: Hyperlink | None


@dataclass(frozen=True)
class TermRow:
    id: str
    former_ids: tuple[str, ...]
    abbreviation: str
    variants: tuple[str, ...]
    expansion: str
    note: str
    witnesses: tuple[WitnessView, ...]


def pages(shelf: Shelf) -> Iterator[Page]:
    """All pages, none twice."""
    own = tuple(_own_pages(shelf))
    yield from own
    for record in shelf.corpus.records.values():
        for former in record.former_ids:
            yield from _moved(record, former, own)


def _moved(record: Record, former: str, own: tuple[Page, ...]) -> Iterator[Page]:
    """What stood under a former id leads to where it stands now. A term is a place of a page, which keeps that name."""
    home = address(record)
    for page in own:
        if page.path.startswith(home):
            old = home.replace(record.id, former) + page.path[len(home) :]
            yield Page(old, page.title, "moved", page.path.removesuffix("index.md"), False)


def _own_pages(shelf: Shelf) -> Iterator[Page]:
    plans = tuple(plan_view(shelf, plan) for plan in shelf.corpus.plans.values())
    yield Page("index.md", "Trang đầu", "home", _home(shelf, plans))
    for plan in plans:
        yield from _plan_pages(plan)
        yield from _plan_reports(shelf, plan)
        handbook = handbook_view(shelf, shelf.corpus.plans[plan.id], plan)
        yield Page(f"{plan.href}so-tay/index.md", "Sổ tay để in", "handbook", handbook, searched=False)
    for record in shelf.corpus.records.values():
        if isinstance(record, (Document, Programme, Observance, Body, Model)):
            view = record_view(shelf, record)
            yield Page(f"{view.href}index.md", view.heading, "record", view)
    for listing in _listings(shelf):
        yield Page(f"{listing.href}index.md", listing.title, "listing", listing, searched=False)
    yield Page("thuat-ngu/index.md", "Từ viết tắt", "terms", _terms(shelf))
    yield Page(f"{calendar.HREF}index.md", "Lịch", "calendar", calendar.calendar_view(shelf), searched=False)
    yield Page(f"{overview.HREF}index.md", "Tổng quan", "overview", overview.overview_view(shelf), False)
    yield Page(
        f"{whole_graph.HREF}index.md", "Sơ đồ toàn kho", "whole_graph", whole_graph.whole_graph_view(shelf), False
    )
    yield Page(f"{checking.HREF}index.md", "Dữ kiện cần kiểm tra", "checking", checking.checking_view(shelf), False)
    yield Page(f"{changes.HREF}index.md", "Kho có gì thay đổi", "changes", changes.changes_view(shelf), False)
    yield from _rule_pages()


def _plan_pages(plan: PlanView) -> Iterator[Page]:
    yield Page(f"{plan.href}index.md", f"Kế hoạch năm {plan.year}", "plan", plan)
    yield Page(f"{plan.href}toan-van/index.md", "Toàn văn kế hoạch", "plan_whole", plan, searched=False)
    links = [Hyperlink(section.heading, section.href) for section in plan.sections]
    for index, section in enumerate(plan.sections):
        before = links[index - 1] if index else None
        after = links[index + 1] if index + 1 < len(links) else None
        yield Page(f"{section.href}index.md", section.heading, "section", SectionPage(plan, section, before, after))


def _plan_reports(shelf: Shelf, view: PlanView) -> Iterator[Page]:
    plan = shelf.corpus.plans[view.id]
    reports: tuple[tuple[str, str, str, Any], ...] = (
        ("ra-soat", "Rà soát viện dẫn", "review", review_view(shelf, plan)),
        ("con-can-cu", "Kế hoạch này còn căn cứ không?", "standing", plan_validity_view(shelf, plan, view)),
        ("ma-tran", "Ma trận căn cứ", "matrix", matrix_view(shelf, plan, view)),
    )
    for name, title, template, report in reports:
        yield Page(f"{view.href}{name}/index.md", title, template, report, searched=False)


def _listings(shelf: Shelf) -> Iterator[ListingView]:
    yield from document_listings(shelf)
    yield from kind_listings(shelf)
    yield from (topic_listing(shelf, topic) for topic in shelf.corpus.topics.values())


def _rule_pages() -> Iterator[Page]:
    groups = rule_groups()
    yield Page(f"{HREF}index.md", "Quy tắc biên tập", "rules", groups, searched=False)
    for group in groups:
        for page in group.pages:
            yield Page(f"{page.href}index.md", page.rule.title, "rule", page, searched=False)


def _home(shelf: Shelf, plans: tuple[PlanView, ...]) -> HomeView:
    corpus = shelf.corpus
    counts = (
        ("văn bản", len(corpus.documents), "van-ban/"),
        ("chương trình, phong trào", len(corpus.programmes), "chuong-trinh/"),
        ("ngày kỷ niệm", len(corpus.observances), "ngay/"),
        ("cơ quan, tổ chức", len(corpus.bodies), "co-quan/"),
        ("mô hình", len(corpus.models), "mo-hinh/"),
        ("chủ đề", len(corpus.topics), "chu-de/"),
        ("từ viết tắt", len(corpus.terms), "thuat-ngu/"),
    )
    bases = {b.link: b for plan in plans for s in plan.sections for b in (*s.basis, *s.implied)}
    lost = tuple(b for b in bases.values() if b.now and b.now.status in _LOST)
    return HomeView(plans, counts, lost)


def _terms(shelf: Shelf) -> tuple[TermRow, ...]:
    ordered = sorted(shelf.corpus.terms.values(), key=lambda term: folded(term.abbreviation))
    return tuple(
        TermRow(
            t.id,
            t.former_ids,
            t.abbreviation,
            t.variants,
            known(t.expansion),
            t.note or "",
            fact_witnesses(t, "expansion"),
        )
        for t in ordered
    )
