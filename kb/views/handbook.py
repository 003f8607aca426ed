"""The whole plan as a handbook to print: its text, what each section rests on, and every document in an appendix."""

from __future__ import annotations

from dataclasses import dataclass

from kb.language.dates import show_day
from kb.law.cite import cite
from kb.model import UNKNOWN, Plan
from kb.views.basis import BasisView
from kb.views.plan import PlanView, SectionView
from kb.views.site_snapshot import Badge, SiteSnapshot
from kb.views.wording import known


@dataclass(frozen=True)
class HandbookEntry:
    """A document of the appendix: what it is called in full, its status then and now, what it asks."""

    number: int
    id: str
    cited: str
    then: Badge | None
    now: Badge | None
    summary: str
    applies_to: str
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Chapter:
    """A section, and the numbers in the appendix of the documents that it cites or rests on unsaid."""

    section: SectionView
    cites: tuple[HandbookEntry, ...]
    implies: tuple[HandbookEntry, ...]


@dataclass(frozen=True)
class HandbookView:
    """The plan, its chapters and the appendix; `day` and `then` are the days of the two statuses, in words."""

    plan: PlanView
    chapters: tuple[Chapter, ...]
    appendix: tuple[HandbookEntry, ...]
    day: str
    then: str


def handbook_view(snapshot: SiteSnapshot, plan: Plan, view: PlanView) -> HandbookView:
    """Everything that the handbook says; documents are numbered in the order in which the plan comes to them."""
    found: dict[str, HandbookEntry] = {}
    chapters = tuple(
        Chapter(
            section, _entries(snapshot, plan, section.basis, found), _entries(snapshot, plan, section.implied, found)
        )
        for section in view.sections
    )
    return HandbookView(view, chapters, tuple(found.values()), show_day(snapshot.day), plan.dated.earliest.shown)


def _entries(
    snapshot: SiteSnapshot, plan: Plan, bases: tuple[BasisView, ...], found: dict[str, HandbookEntry]
) -> tuple[HandbookEntry, ...]:
    own = [basis.now.record for basis in bases if basis.now and basis.now.record in snapshot.corpus.documents]
    for document_id in own:
        if document_id not in found:
            found[document_id] = _entry(snapshot, plan, document_id, len(found) + 1)
    return tuple(found[i] for i in own)


def _entry(snapshot: SiteSnapshot, plan: Plan, document_id: str, number: int) -> HandbookEntry:
    document = snapshot.corpus.documents[document_id]
    applies_to = "" if document.applies_to == UNKNOWN else document.applies_to
    return HandbookEntry(
        number,
        document_id,
        cite(snapshot.corpus, document, snapshot.day).full,
        snapshot.badge(document, plan.dated.earliest.first_day),
        snapshot.badge(document),
        known(document.summary),
        applies_to,
        document.duties,
    )
