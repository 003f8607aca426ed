"""What pages ask of a corpus on a day beside what a snapshot answers: links, badges, and the history."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kb.corpus.corpus import Corpus
from kb.history.log import Commit, history
from kb.law.effect import Effect
from kb.library.paged import PagedLibrary
from kb.model import Plan, Record
from kb.model.values import is_web_address, leading_address
from kb.model.vocabulary import Status
from kb.register.lookup import Register
from kb.snapshot import Snapshot
from kb.views.sureness import sure_mark

STATUS_UNKNOWN_SHOWN = "Chưa xác định tình trạng"
"""On a badge, which stands beside dates and titles that may be unknown too."""
_INSIDE = re.compile(r"(?!//)[\w./#?&=%@~+-]*")
"""An address from the site's root: it holds no colon, so it has no scheme."""


@dataclass(frozen=True)
class Badge:
    """A status on a day, its label, the reason for it, and how sure the fact is that decides it."""

    status: str
    label: str
    reason: str
    record: str = ""
    href: str = ""
    """Where the facts and sources behind it stand."""
    sure: str = ""

    @property
    def lapsed(self) -> bool:
        """Whether what held does not hold on the day (`Status.lapsed`)."""
        return Status(self.status).lapsed


@dataclass(frozen=True)
class Hyperlink:
    """Words and where they lead: an address from the site's root, or a web address; None for plain words.

    Whatever has a status is named with its `badge`, unless the badge stands beside the link on its own.
    """

    text: str
    href: str | None = None
    badge: Badge | None = None

    def __post_init__(self) -> None:
        """Lead nowhere rather than to what is no page: the second lock, behind the rules FLD11 and LNK04."""
        if self.href is not None and not _INSIDE.fullmatch(self.href) and not is_web_address(self.href):
            object.__setattr__(self, "href", None)


class SiteSnapshot(Snapshot):
    """A snapshot with what only pages ask of it: links, badges, history, register and library beside the corpus."""

    def __init__(
        self, corpus: Corpus, day: date, register: Register | None = None, library: PagedLibrary | None = None
    ) -> None:
        super().__init__(corpus, day)
        self.register = register or Register(b"")
        self.library = library
        self._badges: dict[tuple[str, date], Badge] = {}

    @cached_property
    def history(self) -> tuple[Commit, ...] | None:
        """The commits of the corpus, newest first; None without Git."""
        return history(self.corpus.root)

    @cached_property
    def plan_files(self) -> dict[str, Plan]:
        """Plans by the file their text was handed over in."""
        plans = self.corpus.plans.values()
        return {source.where: plan for plan in plans for source in plan.sources if not is_web(source.where)}

    def link(self, record_id: str) -> Hyperlink:
        """A record's name with its address and its status; the id alone when there is no record."""
        record = self.corpus.records.get(record_id)
        if record is None:
            return Hyperlink(record_id)
        return Hyperlink(record.short_name, record.page_address, self.badge(record))

    def links(self, ids: Iterable[str]) -> tuple[Hyperlink, ...]:
        """A link for each id, in their order."""
        return tuple(self.link(i) for i in ids)

    def badge(self, record: Record, day: date | None = None) -> Badge | None:
        """The status of a record, on the day of the snapshot or another; None for kinds that have none."""
        if not record.has_effect:
            return None
        key = (record.id, day or self.day)
        if key not in self._badges:
            self._badges[key] = badge_of(record, self.effect(record, day))
        return self._badges[key]


def badge_of(record: Record, effect: Effect) -> Badge:
    """An effect as a reader sees it."""
    sure = sure_mark(effect.event.sure).explained if effect.event else ""
    return Badge(
        effect.status.value,
        status_label(effect.status),
        effect.reason,
        record.id,
        f"{record.page_address}#du-kien",
        sure,
    )


def status_label(status: Status) -> str:
    """A status in the words of a badge."""
    return STATUS_UNKNOWN_SHOWN if status is Status.UNKNOWN else status.label


def is_web(where: str) -> bool:
    """Whether a source stands at a web address."""
    return leading_address(where) is not None


def topic_links(snapshot: SiteSnapshot, ids: Iterable[str]) -> tuple[Hyperlink, ...]:
    """Links to the pages of topics."""
    topics = (snapshot.corpus.topics[i] for i in ids if i in snapshot.corpus.topics)
    return tuple(Hyperlink(topic.label, topic.page_address) for topic in topics)
