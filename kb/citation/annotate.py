"""A plan's text with its mentions: found by number, found by name, or pinned by an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.citation.find import find_numbered
from kb.citation.models import Citation, TextSpan
from kb.citation.names import NameTable, records_by_name
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.model import Anchor, Paragraph, Plan


@dataclass(frozen=True)
class Mention:
    """Words of one paragraph and the record they mean. Offsets are code points in the paragraph."""

    paragraph: str
    start: int
    end: int
    surface: str
    candidates: tuple[str, ...]
    how: str
    """number, name or pinned."""
    citation: Citation | None = None

    @property
    def target(self) -> str | None:
        """The one record meant, or None when it is unknown or ambiguous."""
        return self.candidates[0] if len(self.candidates) == 1 else None


def annotate_plan(corpus: Corpus, plan: Plan) -> list[Mention]:
    """Every mention of the plan in the order of its text; none overlaps another."""
    resolver, names = Resolver(corpus), NameTable.of_records(corpus)
    mentions: list[Mention] = []
    for section in plan.sections:
        for paragraph in section.paragraphs:
            mentions += annotate_paragraph(resolver, names, plan, paragraph)
    return mentions


def annotate_paragraph(resolver: Resolver, names: NameTable, plan: Plan, paragraph: Paragraph) -> list[Mention]:
    """The mentions of one paragraph: numbers first, then an editor's pins, then names."""
    groups = (
        _numbered(resolver, paragraph),
        _pinned(plan, paragraph),
        _named(names, paragraph),
    )
    taken: list[Mention] = []
    for group in groups:
        for mention in group:
            if all(mention.end <= other.start or other.end <= mention.start for other in taken):
                taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)


def _numbered(resolver: Resolver, paragraph: Paragraph) -> Iterator[Mention]:
    for citation in find_numbered(paragraph.text):
        found = resolver.resolve(citation)
        words = citation.core
        yield Mention(
            paragraph.id,
            words.start,
            words.end,
            words.surface,
            found.candidates,
            "number",
            citation,
        )


def _named(names: NameTable, paragraph: Paragraph) -> Iterator[Mention]:
    for citation in records_by_name(paragraph.text, names):
        span = citation.span
        yield Mention(paragraph.id, span.start, span.end, span.surface, citation.candidates, "name", citation)


def _pinned(plan: Plan, paragraph: Paragraph) -> Iterator[Mention]:
    for link in plan.links:
        span = locate(paragraph, link) if link.at == paragraph.id else None
        if span:
            yield Mention(paragraph.id, span.start, span.end, span.surface, (link.to,), "pinned")


def locate(paragraph: Paragraph, anchor: Anchor) -> TextSpan | None:
    """Where the anchor's words stand in its paragraph, or None when they do not."""
    start = -1
    for _ in range(anchor.occurrence):
        start = paragraph.text.find(anchor.words, start + 1)
        if start < 0:
            return None
    return TextSpan(start, start + len(anchor.words), anchor.words)


def pieces(text: str, mentions: Iterable[Mention]) -> Iterator[tuple[str, Mention | None]]:
    """The text cut at its mentions; joined again, the pieces give the text to the letter."""
    position = 0
    for mention in mentions:
        if mention.start > position:
            yield text[position : mention.start], None
        yield text[mention.start : mention.end], mention
        position = mention.end
    if position < len(text):
        yield text[position:], None
