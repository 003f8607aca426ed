"""Text to citations. What is found here is not yet looked up: that is `resolve`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import zip_longest
from operator import attrgetter

from msgspec.structs import replace

from kb.citation.back import back_references, bind
from kb.citation.models import Citation, CitationKind, TextSpan
from kb.citation.named import laws, party_resolutions, standards
from kb.citation.numbered import NumberScan
from kb.citation.reading import Reading

_start = attrgetter("span.start")


def find(text: str) -> list[Citation]:
    """Every citation in the order of the text, none overlapping another; takes any text, never raises."""
    return find_in(Reading(text))


def find_in(reading: Reading) -> list[Citation]:
    """As `find`, of a text that was made ready before.

    A place that can be read in two ways is read as a number first, then as a name, then as a reference back.
    """
    scan = NumberScan(reading)
    found = _Places()
    for reader in (
        scan.misread(),
        scan.citations(),
        scan.partial(),
        party_resolutions(reading),
        laws(reading),
        standards(reading),
    ):
        found.add(reader)
    found.add(back_references(reading, found.in_order()))
    return bind(_cut_titles(found.in_order()))


def find_numbered(text: str) -> list[Citation]:
    """The citations by number alone."""
    return [citation for citation in find(text) if citation.kind is CitationKind.NUMBERED]


def _cut_titles(citations: list[Citation]) -> list[Citation]:
    """A title without quotation marks ends where the next citation begins."""
    cut = []
    for citation, following in zip_longest(citations, citations[1:]):
        title = citation.title
        if title and following and citation.kind is CitationKind.NUMBERED and title.end > following.span.start:
            words = title.surface[: max(0, following.span.start - title.start)]
            citation = replace(
                citation, title=TextSpan(title.start, title.start + len(words), words) if words else None
            )
        cut.append(citation)
    return cut


class _Places:
    """Citations that do not overlap; the first to take a place keeps it."""

    def __init__(self) -> None:
        self._taken: list[Citation] = []

    def add(self, citations: Iterable[Citation]) -> None:
        """Take those whose place is free."""
        starts = [citation.span.start for citation in self._taken]
        free: list[Citation] = []
        for citation in sorted(citations, key=_start):
            start, end = citation.span.start, citation.span.end
            place = bisect_right(starts, start)
            ahead = [self._taken[place - 1]] if place else []
            begins_after = starts[place] if place < len(starts) else end
            if end <= begins_after and all(other.span.end <= start for other in (*ahead, *free[-1:])):
                free.append(citation)
        self._taken = sorted(self._taken + free, key=_start)

    def in_order(self) -> list[Citation]:
        """All of them, by place."""
        return self._taken
