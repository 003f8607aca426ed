"""What stopped to hold lately, and what took its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kb.language.dates import show_day
from kb.model import Document
from kb.views.instead import Instead, instead_of
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.wording import title_beside_name


@dataclass(frozen=True)
class LatelyEnded:
    """A document that does not hold any more since `day`, and what took its place."""

    link: Hyperlink
    title: str
    day: str
    instead: tuple[Instead, ...]


def lately_ended(snapshot: SiteSnapshot, most: int) -> tuple[LatelyEnded, ...]:
    """The documents that stopped to hold last, the latest first."""
    found = [(day, d) for d in snapshot.corpus.documents.values() if (day := _lapsed_since(snapshot, d))]
    found.sort(key=lambda one: (-one[0].toordinal(), one[1].id))
    return tuple(
        LatelyEnded(snapshot.link(d.id), title_beside_name(d), show_day(day), tuple(instead_of(snapshot, d)))
        for day, d in found[:most]
    )


def _lapsed_since(snapshot: SiteSnapshot, document: Document) -> date | None:
    """Since when the document does not hold; None of one that holds, or whose end has no day."""
    since: date | None = None
    for before, span in pairwise(snapshot.periods(document)):
        if span.start is None or span.start > snapshot.day:
            break
        if not span.effect.status.lapsed:
            since = None
        elif not before.effect.status.lapsed:
            since = span.start
    return since
