"""What a printed page says above its text, for the file that it is kept in and for who has only the paper."""

from __future__ import annotations

from dataclasses import dataclass

from kb.language.dates import show_day
from kb.law.cite import cite
from kb.model import Record
from kb.views.site_snapshot import Badge, SiteSnapshot


@dataclass(frozen=True)
class Paper:
    """`cited` is the full citation of a document, or what the page is of; `badge` its status on the day `on`."""

    on: str
    cited: str = ""
    badge: Badge | None = None


def paper_of(snapshot: SiteSnapshot, record: Record | None) -> Paper:
    """What stands above a page of a record, or of none."""
    day = show_day(snapshot.day)
    if record is None:
        return Paper(day)
    document, plan = snapshot.corpus.documents.get(record.id), snapshot.corpus.plans.get(record.id)
    if document:
        return Paper(day, cite(snapshot.corpus, document, snapshot.day).full, snapshot.badge(document))
    if plan:
        return Paper(day, f"Kế hoạch {plan.title[:1].lower()}{plan.title[1:]}")
    return Paper(day, badge=snapshot.badge(record))
