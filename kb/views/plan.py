"""A plan's pages: its text with links and remarks, and the legal basis of each section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from kb.citation import Mention
from kb.citation.annotate import locate
from kb.effect import cite_name, show_date
from kb.model import Body, Document, Paragraph, Plan, Remark, Section
from kb.views.common import Badge, Link, Shelf, address, paragraph_address
from kb.vocabulary import RemarkKind

CITATION_KINDS = {
    RemarkKind.CITATION_NUMBER,
    RemarkKind.CITATION_SYMBOL,
    RemarkKind.CITATION_VARIANT,
    RemarkKind.CITATION_NOTE,
    RemarkKind.DATE,
    RemarkKind.WRONG_ISSUER,
    RemarkKind.WRONG_NAME,
}
"""Remarks that concern how something is cited, and so stand beside the legal basis too."""


@dataclass(frozen=True)
class Piece:
    """Some of a paragraph's text: plain, or a link; `remark` is the number of the remark it belongs to."""

    text: str
    href: str | None = None
    how: str = ""
    title: str = ""
    remark: int | None = None


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
    pieces: tuple[Piece, ...]
    remarks: tuple[RemarkView, ...]


@dataclass(frozen=True)
class BasisView:
    """A document that a section rests on: its status then and now, how it is cited, what is wrong."""

    link: Link
    title: str
    then: Badge | None
    now: Badge | None
    cited_as: tuple[tuple[str, str], ...]
    """(words, paragraph's address) of each citation."""
    faults: tuple[str, ...]


@dataclass(frozen=True)
class SectionView:
    id: str
    label: str
    heading: str
    href: str
    paragraphs: tuple[ParagraphView, ...]
    basis: tuple[BasisView, ...]
    implied: tuple[BasisView, ...]
    children: tuple[Link, ...]
    parent: Link | None


@dataclass(frozen=True)
class PlanView:
    id: str
    title: str
    href: str
    summary: str
    issuers: tuple[Link, ...]
    dated: str
    source: str
    sections: tuple[SectionView, ...]


def plan_view(shelf: Shelf, plan: Plan) -> PlanView:
    """Everything the pages of a plan say."""
    dated = f"trong khoảng {show_date(plan.dated.earliest)} - {show_date(plan.dated.latest)} ({plan.dated.sure.label})"
    return PlanView(
        plan.id,
        plan.title,
        address(plan),
        plan.summary,
        shelf.links(plan.issuers),
        dated,
        f"corpus/plans/{plan.id}.yaml",
        tuple(_section(shelf, plan, section) for section in plan.sections),
    )


def _section(shelf: Shelf, plan: Plan, section: Section) -> SectionView:
    ids = {paragraph.id for paragraph in section.paragraphs}
    mentions = [m for m in shelf.mentions[plan.id] if m.paragraph in ids]
    children = [s for s in plan.sections if s.parent == section.id]
    parent = next((s for s in plan.sections if s.id == section.parent), None)
    return SectionView(
        section.id,
        section.label,
        section.heading or section.label,
        _href(plan, section),
        tuple(_paragraph(shelf, plan, p, [m for m in mentions if m.paragraph == p.id]) for p in section.paragraphs),
        tuple(_basis(shelf, plan, mentions)),
        tuple(_implied(shelf, plan, section, mentions)),
        tuple(Link(s.heading or s.label, _href(plan, s)) for s in children),
        Link(parent.heading or parent.label, _href(plan, parent)) if parent else None,
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


def _pieces(shelf: Shelf, paragraph: Paragraph, mentions: list[Mention], remarks: list[Remark]) -> Iterator[Piece]:
    """The text cut wherever a link or a remark begins or ends; joined again it is the text to the letter."""
    places = [(span, number) for number, r in enumerate(remarks, 1) if (span := locate(paragraph, r))]
    cuts = {0, len(paragraph.text)}
    cuts |= {edge for m in mentions for edge in (m.start, m.end)}
    cuts |= {edge for span, _ in places for edge in (span.start, span.end)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        mention = next((m for m in mentions if m.start <= start and end <= m.end), None)
        number = next((n for span, n in places if span.start <= start and end <= span.end), None)
        text = paragraph.text[start:end]
        target = shelf.corpus.records.get(mention.target or "") if mention else None
        if mention and target:
            how = "body" if isinstance(target, Body) else mention.how
            yield Piece(text, address(target), how, target.name_text, number)
        else:
            yield Piece(text, remark=number)


def _remark(number: int, remark: Remark) -> RemarkView:
    return RemarkView(number, remark.kind.label, remark.words, _correction(remark), remark.note or "", remark.severity)


def _correction(remark: Remark) -> str | None:
    """The right words; empty means that the words should go; None that nothing is to be corrected."""
    return None if remark.correct is None and remark.severity == "remark" else remark.correct or ""


def _basis(shelf: Shelf, plan: Plan, mentions: list[Mention]) -> Iterator[BasisView]:
    by_target: dict[str, list[Mention]] = {}
    for mention in mentions:
        record = shelf.corpus.records.get(mention.target or "")
        if isinstance(record, Document):
            by_target.setdefault(record.id, []).append(mention)
    for target, own in by_target.items():
        cited = tuple((m.surface, paragraph_address(plan, m.paragraph)) for m in own)
        yield _basis_view(shelf, plan, target, cited, tuple(dict.fromkeys(_faults(plan, own))))


def _implied(shelf: Shelf, plan: Plan, section: Section, mentions: list[Mention]) -> Iterator[BasisView]:
    """What the section rests on without a number: declared, or mentioned by name."""
    named = [m.target for m in mentions if m.target and shelf.badge(shelf.corpus.records[m.target])]
    explicit = {m.target for m in mentions if isinstance(shelf.corpus.records.get(m.target or ""), Document)}
    for target in dict.fromkeys([*section.implied, *named]):
        if target not in explicit and target in shelf.corpus.records:
            cited = tuple((m.surface, paragraph_address(plan, m.paragraph)) for m in mentions if m.target == target)
            yield _basis_view(shelf, plan, target, cited, ())


def _basis_view(
    shelf: Shelf, plan: Plan, target: str, cited: tuple[tuple[str, str], ...], faults: tuple[str, ...]
) -> BasisView:
    record = shelf.corpus.records[target]
    name = cite_name(record) if isinstance(record, Document) else record.name_text
    title = record.title if isinstance(record, Document) else record.kind_label
    then = shelf.badge(record, date.fromisoformat(plan.dated.earliest))
    return BasisView(Link(name, address(record)), title, then, shelf.badge(record), cited, faults)


def _faults(plan: Plan, mentions: list[Mention]) -> Iterator[str]:
    """What kb finds wrong by itself, then what an editor noted of the same citation."""
    for mention in mentions:
        yield from (fault.message for fault in mention.faults)
        got = {fault.got for fault in mention.faults}
        for remark in plan.remarks:
            touches = remark.at == mention.paragraph and remark.words in mention.surface
            if touches and remark.kind in CITATION_KINDS and remark.words not in got:
                yield remark_text(remark)


def remark_text(remark: Remark) -> str:
    """A remark as one sentence."""
    text = f"{remark.kind.label.lower()}: “{remark.words}”"
    if remark.correct:
        text += f", đúng là “{remark.correct}”"
    return text + (f" ({remark.note})" if remark.note else "")
