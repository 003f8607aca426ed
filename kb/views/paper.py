"""What a printed page says above its text, for the file that it is kept in and for who has only the paper."""

from __future__ import annotations

from dataclasses import dataclass

from kb.language.dates import show_day
from kb.law.cite import cite
from kb.model import Document, Plan, Record
from kb.views.common import Badge, SiteSnapshot


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
    if isinstance(record, Document):
        return Paper(day, cite(snapshot.corpus, record).full, snapshot.badge(record))
    if isinstance(record, Plan):
        return Paper(day, f"Kế hoạch {record.title[:1].lower()}{record.title[1:]}")
    return Paper(day, badge=snapshot.badge(record))
