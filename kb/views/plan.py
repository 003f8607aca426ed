"""A plan's pages: its sections, each with its text and its legal basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.law.cautions import dated_unchecked_ends
from kb.law.successors import instead
from kb.model import Plan, Section
from kb.plans.basis import PlanBasis, bases, line_turns
from kb.views.as_of import AsOf, Tally, as_of, tallies
from kb.views.basis import BasisView, bases_of, implied_of
from kb.views.citation_marks import CITATION_KINDS, Severities, gravity, severities
from kb.views.facts import with_heirs
from kb.views.plan_text import ParagraphView, RemarkView, paragraph_view
from kb.views.reorganised import Reorganisation, Reorganised, ended_among, reorganisation
from kb.views.site_snapshot import Hyperlink, SiteSnapshot
from kb.views.witnesses import WitnessView, witness_view
from kb.views.wording import known, section_name


@dataclass(frozen=True)
class BlockLine:
    """A line of a căn cứ block; one with a `warning` is shown but not copied, unless the reader ticks it."""

    record: str
    name: str
    text: str
    end: str
    """The mark at its end among the lines that are copied; empty where it is not."""
    warning: str
    instead: str
    """What took the place of its document, as the end of a sentence."""
    unchecked: tuple[tuple[str, str], ...]
    """The ends of its document that nobody could check: from which ISO day each is told, and the sentence."""
    turns: tuple[tuple[str, str], ...]
    """The line on every day: from which ISO day, and its text; one alone where no amendment changes it."""


@dataclass(frozen=True)
class SectionView:
    """A section of a plan: its text, its legal basis, and the sections above and below it."""

    id: str
    name: str
    heading: str
    href: str
    paragraphs: tuple[ParagraphView, ...]
    basis: tuple[BasisView, ...]
    implied: tuple[BasisView, ...]
    children: tuple[Hyperlink, ...]
    parent: Hyperlink | None
    block: tuple[BlockLine, ...]
    """The căn cứ block of the section, ready to paste: a line a document."""
    as_of: AsOf
    ended: tuple[Reorganised, ...]
    """The bodies that it names and that were reorganised since."""

    @property
    def bases(self) -> int:
        """How many texts it rests on, cited by number or not."""
        return len(self.basis) + len(self.implied)

    @property
    def remarks(self) -> tuple[RemarkView, ...]:
        """The remarks of all its paragraphs."""
        return tuple(remark for paragraph in self.paragraphs for remark in paragraph.remarks)

    @property
    def worst_first(self) -> tuple[BasisView, ...]:
        """What it cites by number, the gravest citation first."""
        return tuple(sorted(self.basis, key=lambda basis: gravity(basis.mark)))

    @property
    def cited_wrong(self) -> tuple[BasisView, ...]:
        """What it cites in a way that is to be mended."""
        return tuple(basis for basis in (*self.basis, *self.implied) if basis.faults)

    @property
    def wording(self) -> tuple[tuple[str, RemarkView], ...]:
        """(paragraph's address, remark) of each error of its wording."""
        return tuple((p.href, r) for p in self.paragraphs for r in p.remarks if _is_wording(r))

    @property
    def to_mend(self) -> int:
        """How many things in it are to be mended."""
        return sum(len(basis.faults) for basis in self.cited_wrong) + len(self.wording)


@dataclass(frozen=True)
class PlanView:
    """A plan: its facts in words, its sections, and the statuses of its bases."""

    id: str
    name: str
    year: str
    href: str
    number: str
    signer: str
    summary: str
    issuers: tuple[Hyperlink, ...]
    dated: str
    sure: Mapping[str, WitnessView]
    """Field -> how sure it is, and in which of the record's sources it was read."""
    source: str
    sections: tuple[SectionView, ...]
    severities: Severities
    """How many of its citations are wrong, lapsed or to be looked at."""
    reorganised: Reorganisation | None
    """What became of the body that issued it, where it ended since."""
    as_of: AsOf
    tallies_then: tuple[Tally, ...]
    """The statuses of its bases on the earliest day that it can be of."""
    tallies: tuple[Tally, ...]
    """Their statuses today."""

    @property
    def bases(self) -> tuple[BasisView, ...]:
        """What its sections rest on and has a status, cited by number or not, each once."""
        return tuple({b.link: b for s in self.sections for b in (*s.implied, *s.basis) if b.now}.values())

    @property
    def cited(self) -> int:
        """How many documents it cites, each counted once."""
        return len({basis.link for section in self.sections for basis in section.basis})

    @property
    def errors(self) -> int:
        """How many of the remarks on its wording are errors; how it cites is counted by `severities`."""
        return sum(_is_wording(remark) for section in self.sections for remark in section.remarks)


def _is_wording(remark: RemarkView) -> bool:
    """Whether it is an error, and not one of how something is cited."""
    return remark.severity == "error" and remark.kind not in CITATION_KINDS


def plan_view(snapshot: SiteSnapshot, plan: Plan) -> PlanView:
    """Everything the pages of a plan say."""
    earliest, latest = plan.dated.earliest.shown, plan.dated.latest.shown
    sections = tuple(_section(snapshot, plan, section) for section in plan.sections)
    bases_shown = [b for s in sections for b in (*s.basis, *s.implied)]
    return PlanView(
        plan.id,
        f"Kế hoạch {plan.title[:1].lower()}{plan.title[1:]}",
        plan.year,
        plan.page_address,
        known(plan.number),
        known(plan.signer),
        plan.summary,
        tuple(with_heirs(snapshot, plan.issuers)),
        f"trong khoảng từ {earliest} đến {latest}",
        _sure(plan),
        f"corpus/plans/{plan.id}.yaml",
        sections,
        severities(snapshot, plan),
        reorganisation(snapshot, plan),
        as_of(snapshot, plan, (b.now for b in bases_shown)),
        tallies(b.then for b in bases_shown),
        tallies(b.now for b in bases_shown),
    )


def _sure(plan: Plan) -> Mapping[str, WitnessView]:
    facts = {fact: witness_view(witness) for witness in plan.witnesses for fact in witness.facts}
    return facts | {"dated": witness_view(plan.dated)}


def _heading(section: Section) -> str:
    return (section.heading or section.label).removesuffix(":")


def _section(snapshot: SiteSnapshot, plan: Plan, section: Section) -> SectionView:
    ids = {paragraph.id for paragraph in section.paragraphs}
    mentions = [mention for mention in snapshot.mentions(plan) if mention.paragraph in ids]
    basis, implied = tuple(bases_of(snapshot, plan, mentions)), tuple(implied_of(snapshot, plan, section, mentions))
    found = bases(snapshot, plan, section.id)
    shown = [*(base.now for base in (*basis, *implied)), *(snapshot.badge(base.document) for base in found)]
    return SectionView(
        section.id,
        section_name(section),
        _heading(section),
        _href(plan, section),
        tuple(paragraph_view(snapshot, plan, paragraph, mentions) for paragraph in section.paragraphs),
        basis,
        implied,
        tuple(_link(plan, child) for child in plan.sections if child.parent == section.id),
        next((_link(plan, parent) for parent in plan.sections if parent.id == section.parent), None),
        tuple(_block(snapshot, found)),
        as_of(snapshot, plan, shown),
        ended_among(snapshot, mentions),
    )


def _block(snapshot: SiteSnapshot, found: list[PlanBasis]) -> Iterator[BlockLine]:
    last = max((index for index, base in enumerate(found) if not base.warning), default=-1)
    for index, base in enumerate(found):
        end = "." if index == last else ";"
        now = instead(snapshot.corpus, base.document, snapshot.day)
        yield BlockLine(
            base.document.id,
            base.document.short_name,
            base.line,
            "" if base.warning else end,
            base.warning or "",
            now,
            dated_unchecked_ends(snapshot.corpus, base.document),
            tuple(line_turns(snapshot.corpus, base.document)),
        )


def _link(plan: Plan, section: Section) -> Hyperlink:
    return Hyperlink(_heading(section), _href(plan, section))


def _href(plan: Plan, section: Section) -> str:
    return f"{plan.page_address}{section.id}/"
