"""What took the place of a document, as a page names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kb.law.successors import successors
from kb.model import Document
from kb.model.vocabulary import EventKind
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.wording import title_beside_name

_TAKEN = {False: "Nay có", True: "Có thể đã được tiếp nối bởi"}
_COMING = {False: "Sẽ được thay bởi", True: "Có thể sẽ được tiếp nối bởi"}
"""Whether it is inferred -> the words in front of what takes the place."""


@dataclass(frozen=True)
class Instead:
    """What took the place of a basis. `since` is the ISO day, empty when unknown."""

    link: Hyperlink
    title: str
    since: str
    said: str
    """Since when, in words."""
    inferred: bool
    coming: bool
    """Whether it takes the place only after the day of the snapshot."""

    @property
    def lead(self) -> str:
        """The words in front of it."""
        return _COMING[self.inferred] if self.coming else self.lead_then

    @property
    def lead_then(self) -> str:
        """The words in front of it from its day on."""
        return _TAKEN[self.inferred]


def instead_of(snapshot: SiteSnapshot, document: Document) -> Iterator[Instead]:
    """The documents in place of this one on the day of the snapshot, nearest first."""
    for following, inferred, _ in successors(snapshot.corpus, document, snapshot.day):
        day, said = _since(document, following, snapshot.day)
        coming = day > snapshot.day.isoformat()
        yield Instead(snapshot.link(following.id), title_beside_name(following), day, said, inferred, coming)


def _since(document: Document, following: Document, day: date) -> tuple[str, str]:
    """The day the one took the other's place: of the event that says so, else its own effect, else its issue."""
    ended = next((e.date for e in document.events if e.by == following.id and e.date.is_known), None)
    if ended:
        return ended.first_day.isoformat(), f"thay từ {ended.in_words}"
    starts = next((e.date for e in following.events if e.kind is EventKind.IN_FORCE and e.date.is_known), None)
    if starts:
        will = "sẽ " if starts.first_day > day else ""
        return starts.first_day.isoformat(), f"{will}có hiệu lực từ {starts.in_words}"
    if following.issued.is_known:
        return following.issued.first_day.isoformat(), f"ban hành {following.issued.in_words}"
    return "", "chưa rõ từ ngày nào"
