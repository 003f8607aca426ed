"""Short mentions of what a draft cites in full elsewhere, and the hints that such a citation makes idle."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationKind
from kb.review.model import Finding


def is_reference(citation: Citation) -> bool:
    """Whether a citation only refers back to another (``Luật này``), or is a type word alone (``Luật``)."""
    bare = citation.kind is CitationKind.NAMED and citation.title is None and citation.year is None
    return citation.kind is CitationKind.BACK_REFERENCE or (bare and not citation.candidates)


class FullCitations:
    """The citations of a draft that give the day, by type and number."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._full: dict[tuple[str, str], list[Citation]] = {}
        for citation in citations:
            if citation.kind is CitationKind.NUMBERED and citation.canonical and typed_date(citation):
                self._full.setdefault(_key(citation), []).append(citation)

    def of(self, citation: Citation) -> Citation | None:
        """The full citation that a short one follows: the last before it, else the first behind it."""
        if citation.kind is not CitationKind.NUMBERED or citation.date_typed or citation.title_quoted:
            return None
        full = self._full.get(_key(citation), [])
        place = bisect_left(full, citation.span.start, key=lambda other: other.span.start)
        return full[max(0, place - 1)] if full else None


def _key(citation: Citation) -> tuple[str, str]:
    return citation.type_name or "", (citation.canonical or "").casefold()


def without_idle_hints(findings: Iterable[Finding]) -> list[Finding]:
    """Every hint once, and none of a document that the draft cites itself."""
    findings = list(findings)
    told = {finding.target for finding in findings if finding.target}
    kept = []
    for finding in findings:
        hints = tuple(hint for hint in finding.suggestions if hint[0].id not in told)
        told |= {hint.id for hint, _ in hints}
        kept.append(replace(finding, suggestions=hints) if finding.suggestions else finding)
    return kept
