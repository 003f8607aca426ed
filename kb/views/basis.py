"""The legal basis of a section: what it cites, its status on both days, what is wrong in the citing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.citation.annotate import Mention
from kb.model import Plan, Remark, Section
from kb.views.citation_marks import CITATION_KINDS, CitationMark, gravest, mark_of, settled_severity
from kb.views.instead import Instead, instead_of
from kb.views.plan_text import paragraph_address
from kb.views.site_snapshot import Badge, Hyperlink, SiteSnapshot
from kb.views.sureness import remark_label
from kb.views.wording import title_beside_name


@dataclass(frozen=True)
class BasisView:
    """A document that a section rests on: its status then and now, how it is cited, what is wrong."""

    link: Hyperlink
    title: str
    then: Badge | None
    now: Badge | None
    instead: tuple[Instead, ...]
    """What took its place."""
    cited_as: tuple[tuple[str, str, CitationMark | None], ...]
    """(words, paragraph's address, verdict) of each citation."""
    faults: tuple[str, ...]
    """What contradicts the document, and so must be corrected."""
    cautions: tuple[str, ...]
    """What is a matter of form, or not settled by the sources."""

    @property
    def mark(self) -> CitationMark | None:
        """The gravest verdict on its citations."""
        return gravest(mark for _, _, mark in self.cited_as if mark)


def bases_of(snapshot: SiteSnapshot, plan: Plan, mentions: list[Mention]) -> Iterator[BasisView]:
    """The documents that the mentions mean, each once, in the order of the text."""
    by_target: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.target and mention.target in snapshot.corpus.documents:
            by_target.setdefault(mention.target, []).append(mention)
    for target, own in by_target.items():
        yield _basis_view(snapshot, plan, target, own)


def implied_of(snapshot: SiteSnapshot, plan: Plan, section: Section, mentions: list[Mention]) -> Iterator[BasisView]:
    """What the section rests on without a number: declared, or mentioned by name."""
    named = [m.target for m in mentions if m.target and snapshot.badge(snapshot.corpus.records[m.target])]
    explicit = {m.target for m in mentions if m.target in snapshot.corpus.documents}
    for target in dict.fromkeys([*section.implied, *named]):
        if target not in explicit and target in snapshot.corpus.records:
            yield _basis_view(snapshot, plan, target, [m for m in mentions if m.target == target])


def _basis_view(snapshot: SiteSnapshot, plan: Plan, target: str, mentions: list[Mention]) -> BasisView:
    record = snapshot.corpus.records[target]
    cited = dict.fromkeys(
        (_quoted(m.surface), paragraph_address(plan, m.paragraph), mark_of(snapshot, plan, m)) for m in mentions
    )
    then = snapshot.badge(record, plan.dated.earliest.first_day)
    title, now = title_beside_name(record), snapshot.badge(record)
    said = dict.fromkeys(_faults(snapshot, plan, mentions))
    faults = tuple(text for severity, text in said if severity == "error")
    cautions = tuple(text for severity, text in said if severity != "error")
    document = snapshot.corpus.documents.get(target)
    instead = tuple(instead_of(snapshot, document)) if document else ()
    return BasisView(
        Hyperlink(record.short_name, record.page_address), title, then, now, instead, tuple(cited), faults, cautions
    )


def _quoted(words: str) -> str:
    """The words of a mention; a name found up to its closing quotation mark gets the mark back."""
    return words + "”" * (words.count("“") - words.count("”"))


def _faults(snapshot: SiteSnapshot, plan: Plan, mentions: list[Mention]) -> Iterator[tuple[str, str]]:
    """(severity, sentence): what kb finds wrong by itself, then what an editor noted of the same citation."""
    for mention in mentions:
        mark = mark_of(snapshot, plan, mention)
        if mark:
            yield from (("error", said) for said in mark.wrong)
            yield from (("remark", said) for said in mark.notes)
        for remark in plan.remarks:
            touches = remark.at == mention.paragraph and remark.words in mention.surface
            told = mark and any(f"“{remark.words}”" in said for said in mark.said)
            if touches and remark.kind in CITATION_KINDS and not told:
                yield settled_severity(snapshot, plan, remark), remark_text(remark)


def remark_text(remark: Remark) -> str:
    """A remark as one sentence."""
    text = f"{remark_label(remark).lower()}: “{remark.words}”"
    if remark.correct:
        text += f", {'đúng' if remark.certainty == 'certain' else 'có thể'} là “{remark.correct}”"
    return text + (f" ({remark.note})" if remark.note else "")
