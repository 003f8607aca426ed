"""How sure a fact is and where it was read, and the numbered sources of a page."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model import Record, Source, Witnessed
from kb.model.values import leading_address
from kb.model.vocabulary import Access
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.sureness import SureMark, sure_mark
from kb.views.wording import plan_name


@dataclass(frozen=True)
class WitnessView:
    """How sure a fact is (None of what was looked for, not found), and the numbers of the page's sources."""

    sure: SureMark | None
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


def witness_view(witnessed: Witnessed) -> WitnessView:
    """How sure, from which of the page's numbered sources."""
    numbers = sorted((source.removeprefix("s") for source in witnessed.sources), key=int)
    return WitnessView(sure_mark(witnessed.sure), tuple(numbers))


def fact_witnesses(record: Record, field: str) -> tuple[WitnessView, ...]:
    """The witnesses of a field; none when the field is unknown."""
    return tuple(witness_view(w) for w in record.witnesses if field in w.facts)


def sources_of(snapshot: SiteSnapshot, record: Record) -> tuple[SourceView, ...]:
    """The numbered sources of a record."""
    return tuple(
        SourceView(source.id.removeprefix("s"), _where(snapshot, source.where), source.checked.shown, _note(source))
        for source in record.sources
    )


def _note(source: Source) -> str:
    """The day of the source itself where it is known, whether a reader can open it, and the note."""
    dated = f"nguồn {source.dated.in_words}" if source.dated and source.dated.is_known else ""
    closed = source.access.label if source.access is Access.CLOSED else ""
    return "; ".join(filter(None, (dated, closed, source.note)))


def _where(snapshot: SiteSnapshot, where: str) -> Hyperlink:
    """A web address leads there; a plan's own file leads to the plan, for its path says nothing to a reader."""
    plan = snapshot.plan_files.get(where)
    if plan:
        return Hyperlink(f"Nguyên văn {plan_name(plan)}", f"{plan.page_address}toan-van/")
    return Hyperlink(where, leading_address(where))
