"""Short mentions of what a draft cites in full elsewhere, and the hints that such a citation makes idle."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from msgspec.structs import replace

from kb.citation.dates import typed_date
from kb.citation.identity import law_cited
from kb.citation.models import Citation, CitationKind
from kb.citation.names import NameTable, records_by_name
from kb.citation.patterns import LAW_TYPES
from kb.citation.reading import Reading
from kb.corpus.corpus import Corpus
from kb.language.law_names import law_words
from kb.review.model import Finding


def is_reference(citation: Citation) -> bool:
    """Whether a citation only refers back to another (``Luật này``), or is a type word alone (``Luật``)."""
    bare = citation.kind is CitationKind.NAMED and citation.title is None and citation.year is None
    return citation.kind is CitationKind.BACK_REFERENCE or (bare and not citation.candidates)


class FullCitations:
    """The citations of a draft that give the day, by type and number; laws by name with number, year or day."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._full: dict[tuple[str, str], list[Citation]] = {}
        self._laws: dict[tuple[str, ...], dict[str, Citation]] = {}
        for citation in citations:
            if citation.kind is CitationKind.NUMBERED and citation.document_number and typed_date(citation):
                self._full.setdefault(_key(citation), []).append(citation)
            if citation.type_name in LAW_TYPES and _name(citation) and (which := which_law(citation)):
                self._laws.setdefault(_name(citation), {}).setdefault(which, citation)

    def of(self, citation: Citation) -> Citation | None:
        """The full citation that a short one follows: the last before it, else the first behind it.

        A law by its name alone follows the only law of that name that the draft cites more fully.
        """
        if citation.kind is CitationKind.NAMED and citation.type_name in LAW_TYPES:
            laws = {} if which_law(citation) else self._laws.get(_name(citation), {})
            return next(iter(laws.values())) if len(laws) == 1 else None
        if citation.kind is not CitationKind.NUMBERED or citation.date_typed or citation.title_quoted:
            return None
        full = self._full.get(_key(citation), [])
        place = bisect_left(full, citation.span.start, key=lambda other: other.span.start)
        return full[max(0, place - 1)] if full else None


def which_law(citation: Citation) -> str:
    """The year by which a draft says which law of a name it means; empty where it says none."""
    typed = typed_date(citation)
    year = citation.number.year if citation.number else None
    return year or (str(citation.year) if citation.year else typed.year if typed else "")


def _name(citation: Citation) -> tuple[str, ...]:
    """The words of the name of a law; none where only its number is typed."""
    return law_words(law_cited(citation))


def _key(citation: Citation) -> tuple[str, str]:
    return citation.type_name or "", citation.document_number.casefold()


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


def by_name(corpus: Corpus, names: NameTable, reading: Reading, cited: list[Citation]) -> list[Citation]:
    """Documents and programmes by their names, where no other citation stands."""
    taken = bytearray(len(reading.text) + 1)
    for citation in cited:
        title = citation.title.end if citation.title else 0
        taken[citation.span.start : max(citation.span.end, title)] = b"\1" * (
            max(citation.span.end, title) - citation.span.start
        )
    return [
        mention
        for mention in records_by_name(reading, names)
        if not any(taken[mention.span.start : mention.span.end])
        and any(corpus.records[i].is_cited_by_name for i in mention.candidates)
    ]
