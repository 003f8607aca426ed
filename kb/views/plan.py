"""A plan's pages: its text with links and remarks, and the legal basis of each section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kb.citation.annotate import Mention, locate
from kb.model import Body, Document, Paragraph, Plan, Remark, Section
from kb.plans.basis import bases, block
from kb.views.as_of import AsOf, Tally, as_of, tallies
from kb.views.basis import BasisView, bases_of, implied_of
from kb.views.common import Badge, Hyperlink, Shelf, address, known, paragraph_address


@dataclass(frozen=True)
class TextRun:
    """Some of a paragraph's text: plain, or a link; `remark` is the number of the remark it belongs to."""

    text: str
    href: str | None = None
    how: str = ""
    title: str = ""
    badge: Badge | None = None
    """The status today of the document that is named, on the last piece of a mention."""
    remark: int | None = None
    ends: tuple[int, ...] = ()
    """The remarks whose words end here: their numbers stand after them, once each."""


@dataclass(frozen=True)
class RemarkView:
    """A remark beside the text: what it is about, the correction, and the reason."""

    number: int
    label: str
    words: str
    correct: str | None
    note: str
    severity: str


@dataclass(frozen=True)
class ParagraphView:
    id: str
    kind: str
    href: str
    pieces: tuple[TextRun, ...]
    remarks: tuple[RemarkView, ...]


@dataclass(frozen=True)
class SectionView:
    id: str
    name: str
    heading: str
    href: str
    paragraphs: tuple[ParagraphView, ...]
    basis: tuple[BasisView, ...]
    implied: tuple[BasisView, ...]
    children: tuple[Hyperlink, ...]
    parent: Hyperlink | None
    block: tuple[str, ...]
    """The căn cứ block of the section, ready to paste: a line a document."""
    as_of: AsOf

    @property
    def remarks(self) -> tuple[RemarkView, ...]:
        """The remarks of all its paragraphs."""
        return tuple(remark for paragraph in self.paragraphs for remark in paragraph.remarks)


@dataclass(frozen=True)
class PlanView:
    id: str
    name: str
    year: str
    href: str
    number: str
    signer: str
    summary: str
    issuers: tuple[Hyperlink, ...]
    dated: str
    source: str
    sections: tuple[SectionView, ...]
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
        """How many of its remarks are errors."""
        return sum(remark.severity == "error" for section in self.sections for remark in section.remarks)


def plan_view(shelf: Shelf, plan: Plan) -> PlanView:
    """Everything the pages of a plan say."""
    earliest, latest = plan.dated.earliest.shown, plan.dated.latest.shown
    sections = tuple(_section(shelf, plan, section) for section in plan.sections)
    bases_shown = [b for s in sections for b in (*s.basis, *s.implied)]
    return PlanView(
        plan.id,
        f"Kế hoạch {plan.title[:1].lower()}{plan.title[1:]}",
        plan.year,
        address(plan),
        known(plan.number),
        known(plan.signer),
        plan.summary,
        shelf.links(plan.issuers),
        f"trong khoảng từ {earliest} đến {latest} ({plan.dated.sure.label})",
        f"corpus/plans/{plan.id}.yaml",
        sections,
        as_of(shelf, plan, (b.now for b in bases_shown)),
        tallies(b.then for b in bases_shown),
        tallies(b.now for b in bases_shown),
    )


def section_name(section: Section) -> str:
    """A section as a sentence calls it: by its number, or by its label where it has none."""
    numbered = re.fullmatch(r"[IVX]+(\.\d+)*", section.label)
    return f"mục {section.label}" if numbered else f"phần “{section.label}”"


def _heading(section: Section) -> str:
    return (section.heading or section.label).removesuffix(":")


def _section(shelf: Shelf, plan: Plan, section: Section) -> SectionView:
    ids = {paragraph.id for paragraph in section.paragraphs}
    mentions = [m for m in shelf.mentions[plan.id] if m.paragraph in ids]
    children = [s for s in plan.sections if s.parent == section.id]
    parent = next((s for s in plan.sections if s.id == section.parent), None)
    basis, implied = tuple(bases_of(shelf, plan, mentions)), tuple(implied_of(shelf, plan, section, mentions))
    return SectionView(
        section.id,
        section_name(section),
        _heading(section),
        _href(plan, section),
        tuple(_paragraph(shelf, plan, p, [m for m in mentions if m.paragraph == p.id]) for p in section.paragraphs),
        basis,
        implied,
        tuple(Hyperlink(_heading(s), _href(plan, s)) for s in children),
        Hyperlink(_heading(parent), _href(plan, parent)) if parent else None,
        tuple(block(bases(shelf.corpus, plan, section.id, shelf.day, shelf.mentions[plan.id]))),
        as_of(shelf, plan, (b.now for b in (*basis, *implied))),
    )


def _href(plan: Plan, section: Section) -> str:
    return f"{address(plan)}{section.id}/"


def _paragraph(shelf: Shelf, plan: Plan, paragraph: Paragraph, mentions: list[Mention]) -> ParagraphView:
    remarks = [remark for remark in plan.remarks if remark.at == paragraph.id]
    return ParagraphView(
        paragraph.id,
        paragraph.kind.value,
        paragraph_address(plan, paragraph.id),
        tuple(_pieces(shelf, paragraph, mentions, remarks)),
        tuple(_remark(number, remark) for number, remark in enumerate(remarks, 1)),
    )


def _pieces(shelf: Shelf, paragraph: Paragraph, mentions: list[Mention], remarks: list[Remark]) -> Iterator[TextRun]:
    """The text cut wherever a link or a remark begins or ends; joined again it is the text to the letter."""
    places = [(span, number) for number, r in enumerate(remarks, 1) if (span := locate(paragraph, r))]
    cuts = {0, len(paragraph.text)}
    cuts |= {edge for m in mentions for edge in (m.start, m.end)}
    cuts |= {edge for span, _ in places for edge in (span.start, span.end)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        mention = next((m for m in mentions if m.start <= start and end <= m.end), None)
        number = next((n for span, n in places if span.start <= start and end <= span.end), None)
        ends = tuple(n for span, n in places if span.end == end)
        text = paragraph.text[start:end]
        target = shelf.corpus.records.get(mention.target or "") if mention else None
        if mention and target:
            how = "body" if isinstance(target, Body) else mention.how
            badge = shelf.badge(target) if end == mention.end and isinstance(target, Document) else None
            yield TextRun(text, address(target), how, target.name_text, badge, number, ends)
        else:
            yield TextRun(text, remark=number, ends=ends)


def _remark(number: int, remark: Remark) -> RemarkView:
    return RemarkView(number, remark.kind.label, remark.words, _correction(remark), remark.note or "", remark.severity)


def _correction(remark: Remark) -> str | None:
    """The right words; empty means that the words should go; None that nothing is to be corrected."""
    return None if remark.correct is None and remark.severity == "remark" else remark.correct or ""
