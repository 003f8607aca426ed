"""What every page shares: addresses, links, badges and witnesses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kb.citation import Mention, annotate_plan
from kb.corpus import Corpus
from kb.describe import name_of
from kb.effect import show_date, status_on
from kb.model import UNKNOWN, Document, Plan, Programme, Record, Sourced, Term, Topic, Witnessed

UNKNOWN_SHOWN = "chưa xác định"
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
class Link:
    """Words and where they lead: an address from the site's root, or a web address; None for plain words."""

    text: str
    href: str | None = None


@dataclass(frozen=True)
class Badge:
    """A status on a day, its label and the reason for it."""

    status: str
    label: str
    reason: str


@dataclass(frozen=True)
class Sentence:
    """Words with the witness that carries them."""

    text: str
    witness: str
    note: str = ""


class Shelf:
    """The corpus with what pages ask for again and again, computed once."""

    def __init__(self, corpus: Corpus, day: date) -> None:
        self.corpus, self.day = corpus, day

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """Mentions of each plan, by the plan's id."""
        return {plan.id: annotate_plan(self.corpus, plan) for plan in self.corpus.plans.values()}

    def link(self, record_id: str) -> Link:
        """A record's name with its address; the id alone when there is no record."""
        record = self.corpus.records.get(record_id)
        return Link(name_of(self.corpus, record_id), address(record) if record else None)

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self.link(i) for i in ids)

    def badge(self, record: Record, day: date | None = None) -> Badge | None:
        """The status of a document or programme; None for what has none."""
        if not isinstance(record, (Document, Programme)):
            return None
        effect = status_on(self.corpus, record, day or self.day)
        return Badge(effect.status.value, effect.status.label, effect.reason)


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


def witness_text(record: Sourced, witnessed: Witnessed) -> str:
    """How sure, from which of the page's numbered sources."""
    numbers = ", ".join(source.removeprefix("s") for source in witnessed.sources)
    return witnessed.sure.label + (f" [{numbers}]" if numbers else "")


def fact_witness(record: Sourced, field: str) -> str:
    """The witness of a field; empty when the field is unknown."""
    return "; ".join(witness_text(record, w) for w in record.witnesses if field in w.facts)


def sources_of(record: Sourced) -> tuple[tuple[str, Link, str, str], ...]:
    """(number, source, day of the check, note) of each source of a record."""
    return tuple(
        (
            source.id.removeprefix("s"),
            Link(source.where, source.where if source.where.startswith(("http://", "https://")) else None),
            show_date(source.checked),
            source.note or "",
        )
        for source in record.sources
    )


def topic_links(shelf: Shelf, ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to the pages of topics."""
    topics = [shelf.corpus.topics[i] for i in ids if i in shelf.corpus.topics]
    return tuple(Link(topic.label, address(topic)) for topic in topics if isinstance(topic, Topic))
