"""A plan's text with its mentions: found by number, found by name, or pinned by an editor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kb.citation.find import find_numbered
from kb.citation.models import Citation, TextSpan
from kb.citation.names import NameTable, records_by_name
from kb.citation.nth_places import nth_places
from kb.citation.reading import Reading
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.model import Anchor, Paragraph, PinnedLink, Plan


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
    links: dict[str, list[PinnedLink]] = {}
    for link in plan.links:
        links.setdefault(link.at, []).append(link)
    mentions: list[Mention] = []
    for section in plan.sections:
        for paragraph in section.paragraphs:
            mentions += _annotated(resolver, names, links.get(paragraph.id, []), paragraph)
    return mentions


def annotate_paragraph(resolver: Resolver, names: NameTable, plan: Plan, paragraph: Paragraph) -> list[Mention]:
    """The mentions of one paragraph: numbers first, then an editor's pins, then names."""
    return _annotated(resolver, names, [link for link in plan.links if link.at == paragraph.id], paragraph)


def _annotated(
    resolver: Resolver, names: NameTable, links: Sequence[PinnedLink], paragraph: Paragraph
) -> list[Mention]:
    groups = (
        _numbered(resolver, paragraph),
        _pinned(links, paragraph),
        _named(names, paragraph),
    )
    taken: list[Mention] = []
    starts: list[int] = []
    for group in groups:
        for mention in group:
            place = bisect_right(starts, mention.start)
            before, behind = taken[place - 1 : place], taken[place : place + 1]
            if all(other.end <= mention.start for other in before) and all(mention.end <= o.start for o in behind):
                taken.insert(place, mention)
                starts.insert(place, mention.start)
    return taken


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
    for citation in records_by_name(Reading(paragraph.text), names):
        span = citation.span
        yield Mention(paragraph.id, span.start, span.end, span.surface, citation.candidates, "name", citation)


def _pinned(links: Sequence[PinnedLink], paragraph: Paragraph) -> Iterator[Mention]:
    for link, span in zip(links, locate_each(paragraph, links), strict=True):
        if span:
            yield Mention(paragraph.id, span.start, span.end, span.surface, (link.to,), "pinned")


def locate(paragraph: Paragraph, anchor: Anchor) -> TextSpan | None:
    """Where the anchor's words stand in its paragraph, or None when they do not."""
    return locate_each(paragraph, [anchor])[0]


def locate_each(paragraph: Paragraph, anchors: Sequence[Anchor]) -> list[TextSpan | None]:
    """As `locate`, of many anchors of one paragraph in one reading of it."""
    wanted = [(anchor.words, anchor.occurrence) for anchor in anchors]
    found = nth_places(paragraph.text, wanted)
    starts = ((words, found.get((words, number))) for words, number in wanted)
    return [None if start is None else TextSpan(start, start + len(words), words) for words, start in starts]


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
