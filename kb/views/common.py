"""What every page shares: addresses, links, badges and witnesses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kb.citation.annotate import Mention, annotate_plan
from kb.corpus.corpus import Corpus
from kb.history.log import Commit, history
from kb.law.cite import name_of
from kb.law.effect import Effect, status_on
from kb.model import UNKNOWN, Document, Plan, Programme, Record, Sourced, Term, Topic, Witnessed
from kb.model.vocabulary import Status

UNKNOWN_SHOWN = "chưa xác định"
STATUS_UNKNOWN_SHOWN = "Chưa xác định tình trạng"
"""On a badge, which stands beside dates and titles that may be unknown too."""
_FOLDER = {
    "document": "van-ban",
    "programme": "chuong-trinh",
    "observance": "ngay",
    "body": "co-quan",
    "model": "mo-hinh",
    "topic": "chu-de",
    "plan": "ke-hoach",
}


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


@dataclass(frozen=True)
class Hyperlink:
    """Words and where they lead: an address from the site's root, or a web address; None for plain words.

    Whatever has a status is named with its `badge`, unless the badge stands beside the link on its own.
    """

    text: str
    href: str | None = None
    badge: Badge | None = None


@dataclass(frozen=True)
class WitnessView:
    """How sure a fact is, and the numbers of the page's sources where it was read."""

    sure: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """Words with the witness that carries them."""

    text: str
    witness: WitnessView
    note: str = ""


@dataclass(frozen=True)
class SourceView:
    """One source of a page: its number, where it was read and when it was checked."""

    number: str
    where: Hyperlink
    checked: str
    note: str


class Shelf:
    """The corpus with what pages ask for again and again, computed once."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day
        self._badges: dict[tuple[str, date], Badge] = {}

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Mentions of each plan, by the plan's id."""
        return {plan.id: annotate_plan(self.corpus, plan) for plan in self.corpus.plans.values()}

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
            return Hyperlink(name_of(self.corpus, record_id))
        return Hyperlink(name_of(self.corpus, record_id), address(record), self.badge(record))

    def links(self, ids: Iterable[str]) -> tuple[Hyperlink, ...]:
        return tuple(self.link(i) for i in ids)

    def badge(self, record: Record, day: date | None = None) -> Badge | None:
        """The status of a document or programme; None for what has none."""
        if not isinstance(record, (Document, Programme)):
            return None
        key = (record.id, day or self.day)
        if key not in self._badges:
            self._badges[key] = badge_of(record, status_on(self.corpus, record, key[1]))
        return self._badges[key]


def badge_of(record: Document | Programme, effect: Effect) -> Badge:
    """An effect as a reader sees it."""
    sure = effect.event.sure.label if effect.event else ""
    return Badge(
        effect.status.value, status_label(effect.status), effect.reason, record.id, f"{address(record)}#du-kien", sure
    )


def status_label(status: Status) -> str:
    """A status in the words of a badge."""
    return STATUS_UNKNOWN_SHOWN if status is Status.UNKNOWN else status.label


def address(record: Record) -> str:
    """A record's page, from the site's root."""
    if isinstance(record, Term):
        return f"thuat-ngu/#{record.id}"
    return f"{_FOLDER[record.kind]}/{record.id}/"


def paragraph_address(plan: Plan, paragraph_id: str) -> str:
    """A paragraph's permalink: on the page of its section."""
    return f"{address(plan)}{paragraph_id.split('.')[0]}/#{paragraph_id}"


def known(text: str | None) -> str:
    """A value as a reader sees it: unknown is said, never left out."""
    return UNKNOWN_SHOWN if text in (None, UNKNOWN) else str(text)


def is_web(where: str) -> bool:
    """Whether a source stands at a web address."""
    return where.startswith(("http://", "https://"))


def witness_view(witnessed: Witnessed) -> WitnessView:
    """How sure, from which of the page's numbered sources."""
    numbers = sorted((source.removeprefix("s") for source in witnessed.sources), key=int)
    return WitnessView(witnessed.sure.label, tuple(numbers))


def fact_witnesses(record: Sourced, field: str) -> tuple[WitnessView, ...]:
    """The witnesses of a field; none when the field is unknown."""
    return tuple(witness_view(w) for w in record.witnesses if field in w.facts)


def sources_of(shelf: Shelf, record: Sourced) -> tuple[SourceView, ...]:
    """The numbered sources of a record."""
    return tuple(
        SourceView(source.id.removeprefix("s"), _where(shelf, source.where), source.checked.shown, source.note or "")
        for source in record.sources
    )


def _where(shelf: Shelf, where: str) -> Hyperlink:
    """A web address leads there; a plan's own file leads to the plan, for its path says nothing to a reader."""
    plan = shelf.plan_files.get(where)
    if plan:
        return Hyperlink(f"Nguyên văn {plan_name(plan)}", f"{address(plan)}toan-van/")
    return Hyperlink(where, where if is_web(where) else None)


def plan_name(plan: Plan) -> str:
    """A plan by its year, as the pages speak of it."""
    return f"kế hoạch năm {plan.year}"


def topic_links(shelf: Shelf, ids: Iterable[str]) -> tuple[Hyperlink, ...]:
    """Links to the pages of topics."""
    topics = [shelf.corpus.topics[i] for i in ids if i in shelf.corpus.topics]
    return tuple(Hyperlink(topic.label, address(topic)) for topic in topics if isinstance(topic, Topic))


def title_beside_name(record: Record) -> str:
    """A document's title, to stand beside its short name; empty where that name is the title already."""
    if not isinstance(record, Document) or record.number == UNKNOWN:
        return ""
    return "trích yếu chưa xác định" if record.title == UNKNOWN else record.title
