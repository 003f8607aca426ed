"""Every page of the site: where it stands, what it is called, which template shows which view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kb.model import Body, Document, Model, Observance, Programme
from kb.views.common import Link, Shelf, address, known
from kb.views.listing import ListingView, document_listings, plain_listing, topic_listing
from kb.views.plan import BasisView, PlanView, plan_view
from kb.views.record import record_view
from kb.vocabulary import Status

_LOST = {Status.ENDED.value, Status.PHASE_OVER.value, Status.SUSPENDED.value}


@dataclass(frozen=True)
class Page:
    """`path` is that of the Markdown file; `view` is what the template of that name lays out."""

    path: str
    title: str
    template: str
    view: Any


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
    before: Link | None
    after: Link | None


@dataclass(frozen=True)
class TermRow:
    id: str
    abbreviation: str
    variants: tuple[str, ...]
    expansion: str
    note: str
    sure: str


def pages(shelf: Shelf) -> Iterator[Page]:
    """All pages, none twice."""
    plans = tuple(plan_view(shelf, plan) for plan in shelf.corpus.plans.values())
    yield Page("index.md", "Trang đầu", "home", _home(shelf, plans))
    for plan in plans:
        yield from _plan_pages(plan)
    for record in shelf.corpus.records.values():
        if isinstance(record, (Document, Programme, Observance, Body, Model)):
            view = record_view(shelf, record)
            yield Page(f"{view.href}index.md", view.heading, "record", view)
        for former in record.former_ids:
            yield Page(
                f"{address(record).replace(record.id, former)}index.md", record.name_text, "moved", address(record)
            )
    for listing in _listings(shelf):
        yield Page(f"{listing.href}index.md", listing.title, "listing", listing)
    yield Page("thuat-ngu/index.md", "Từ viết tắt", "terms", _terms(shelf))


def _plan_pages(plan: PlanView) -> Iterator[Page]:
    yield Page(f"{plan.href}index.md", "Kế hoạch năm 2024" if "2024" in plan.title else plan.title, "plan", plan)
    yield Page(f"{plan.href}toan-van/index.md", "Toàn văn kế hoạch", "plan_whole", plan)
    links = [Link(section.heading, section.href) for section in plan.sections]
    for index, section in enumerate(plan.sections):
        before = links[index - 1] if index else None
        after = links[index + 1] if index + 1 < len(links) else None
        title = section.heading if section.heading != section.label else section.label
        yield Page(f"{section.href}index.md", title, "section", SectionPage(plan, section, before, after))


def _listings(shelf: Shelf) -> Iterator[ListingView]:
    corpus = shelf.corpus
    yield from document_listings(shelf)
    yield plain_listing(shelf, "Văn bản", "van-ban/", corpus.documents.values())
    yield plain_listing(shelf, "Chương trình, phong trào", "chuong-trinh/", corpus.programmes.values())
    yield plain_listing(shelf, "Ngày kỷ niệm, hưởng ứng", "ngay/", corpus.observances.values())
    yield plain_listing(shelf, "Cơ quan, tổ chức", "co-quan/", corpus.bodies.values())
    yield plain_listing(shelf, "Mô hình", "mo-hinh/", corpus.models.values())
    topics = [topic_listing(shelf, topic) for topic in corpus.topics.values()]
    yield from topics
    yield plain_listing(shelf, "Chủ đề", "chu-de/", corpus.topics.values())


def _home(shelf: Shelf, plans: tuple[PlanView, ...]) -> HomeView:
    corpus = shelf.corpus
    counts = (
        ("văn bản", len(corpus.documents), "van-ban/"),
        ("chương trình, phong trào", len(corpus.programmes), "chuong-trinh/"),
        ("ngày kỷ niệm", len(corpus.observances), "ngay/"),
        ("cơ quan, tổ chức", len(corpus.bodies), "co-quan/"),
        ("mô hình", len(corpus.models), "mo-hinh/"),
        ("từ viết tắt", len(corpus.terms), "thuat-ngu/"),
    )
    bases = {b.link: b for plan in plans for s in plan.sections for b in (*s.basis, *s.implied)}
    lost = tuple(b for b in bases.values() if b.now and b.now.status in _LOST)
    return HomeView(plans, counts, lost)


def _terms(shelf: Shelf) -> tuple[TermRow, ...]:
    ordered = sorted(shelf.corpus.terms.values(), key=lambda term: term.abbreviation.casefold())
    return tuple(
        TermRow(
            t.id,
            t.abbreviation,
            t.variants,
            known(t.expansion),
            t.note or "",
            t.witnesses[0].sure.label if t.witnesses else "",
        )
        for t in ordered
    )
