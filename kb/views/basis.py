"""The legal basis of a section: what it cites, its status on both days, what is wrong in the citing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.citation.annotate import Mention
from kb.law.cite import cite_name
from kb.model import Document, Plan, Remark, Section
from kb.model.vocabulary import RemarkKind
from kb.views.common import Badge, Hyperlink, Shelf, address, paragraph_address, title_beside_name

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
class BasisView:
    """A document that a section rests on: its status then and now, how it is cited, what is wrong."""

    link: Hyperlink
    title: str
    then: Badge | None
    now: Badge | None
    cited_as: tuple[tuple[str, str], ...]
    """(words, paragraph's address) of each citation."""
    faults: tuple[str, ...]
    """What contradicts the document, and so must be corrected."""
    cautions: tuple[str, ...]
    """What is a matter of form, or not settled by the sources."""


def bases_of(shelf: Shelf, plan: Plan, mentions: list[Mention]) -> Iterator[BasisView]:
    """The documents that the mentions mean, each once, in the order of the text."""
    by_target: dict[str, list[Mention]] = {}
    for mention in mentions:
        record = shelf.corpus.records.get(mention.target or "")
        if isinstance(record, Document):
            by_target.setdefault(record.id, []).append(mention)
    for target, own in by_target.items():
        yield _basis_view(shelf, plan, target, own)


def implied_of(shelf: Shelf, plan: Plan, section: Section, mentions: list[Mention]) -> Iterator[BasisView]:
    """What the section rests on without a number: declared, or mentioned by name."""
    named = [m.target for m in mentions if m.target and shelf.badge(shelf.corpus.records[m.target])]
    explicit = {m.target for m in mentions if isinstance(shelf.corpus.records.get(m.target or ""), Document)}
    for target in dict.fromkeys([*section.implied, *named]):
        if target not in explicit and target in shelf.corpus.records:
            yield _basis_view(shelf, plan, target, [m for m in mentions if m.target == target])


def _basis_view(shelf: Shelf, plan: Plan, target: str, mentions: list[Mention]) -> BasisView:
    record = shelf.corpus.records[target]
    cited = dict.fromkeys((_quoted(m.surface), paragraph_address(plan, m.paragraph)) for m in mentions)
    name = cite_name(record) if isinstance(record, Document) else record.name_text
    then = shelf.badge(record, plan.dated.earliest.first_day)
    title, now = title_beside_name(record), shelf.badge(record)
    said = dict.fromkeys(_faults(plan, mentions)) if isinstance(record, Document) else {}
    faults = tuple(text for severity, text in said if severity == "error")
    cautions = tuple(text for severity, text in said if severity != "error")
    return BasisView(Hyperlink(name, address(record)), title, then, now, tuple(cited), faults, cautions)


def _quoted(words: str) -> str:
    """The words of a mention; a name found up to its closing quotation mark gets the mark back."""
    return words + "”" * (words.count("“") - words.count("”"))


def _faults(plan: Plan, mentions: list[Mention]) -> Iterator[tuple[str, str]]:
    """(severity, sentence): what kb finds wrong by itself, then what an editor noted of the same citation."""
    for mention in mentions:
        yield from ((fault.severity, fault.message) for fault in mention.faults)
        got = {fault.got for fault in mention.faults}
        for remark in plan.remarks:
            touches = remark.at == mention.paragraph and remark.words in mention.surface
            if touches and remark.kind in CITATION_KINDS and remark.words not in got:
                yield remark.severity, remark_text(remark)


def remark_text(remark: Remark) -> str:
    """A remark as one sentence."""
    text = f"{remark.kind.label.lower()}: “{remark.words}”"
    if remark.correct:
        text += f", đúng là “{remark.correct}”"
    return text + (f" ({remark.note})" if remark.note else "")
