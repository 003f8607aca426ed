"""A verdict for every citation of a draft, on a day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kb.citation.find import find
from kb.citation.models import Citation, CitationFault, CitationKind, Resolution
from kb.citation.names import NameTable, records_by_name
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.law.cite import cite_issued
from kb.law.effect import status_on
from kb.law.successors import instead
from kb.model import Document, Record
from kb.model.vocabulary import Status
from kb.review.model import Finding, Review, Verdict
from kb.review.quotes import Quoted, judge_quote

_RETYPED = frozenset({"number", "symbol", "type", "date", "issuer"})
"""Faults that a corrected citation mends; a title is mended by its own message."""
_ENDING = re.compile(
    r"(?:thay\s+thế|bãi\s+bỏ|hết\s+hiệu\s+lực|tổng\s+kết|sơ\s+kết|đánh\s+giá|\d+\s+năm)(?!\w)", re.IGNORECASE
)
"""Words in front of a citation that speak of its end: there a lapsed document is rightly cited."""
ENDING_WITHIN = 80
"""Code points in front of a citation in which those words are looked for."""


def review(corpus: Corpus, draft: Draft, day: date) -> Review:
    """Judge every citation by number or name; references back follow what they refer to and are not repeated."""
    resolver = Resolver(corpus)
    cited = [c for c in find(draft.text) if not c.own and c.kind is not CitationKind.BACK_REFERENCE]
    findings = [_finding(resolver, draft, day, citation) for citation in (*cited, *_by_name(corpus, draft, cited))]
    return Review(draft, day, tuple(sorted(findings, key=lambda finding: finding.citation.span.start)))


def _by_name(corpus: Corpus, draft: Draft, cited: list[Citation]) -> list[Citation]:
    """Documents and programmes by their names, where no other citation stands."""
    taken = bytearray(len(draft.text) + 1)
    for citation in cited:
        title = citation.title.end if citation.title else 0
        taken[citation.span.start : max(citation.span.end, title)] = b"\1" * (
            max(citation.span.end, title) - citation.span.start
        )
    return [
        mention
        for mention in records_by_name(draft.text, NameTable.of_records(corpus))
        if not any(taken[mention.span.start : mention.span.end])
        and any(corpus.records[i].is_cited_by_name for i in mention.candidates)
    ]


def _finding(resolver: Resolver, draft: Draft, day: date, citation: Citation) -> Finding:
    corpus, resolution = resolver.corpus, resolver.resolve(citation)
    span = citation.span
    place, excerpt = draft.place(span.start), draft.excerpt(span.start, span.end)
    if resolution.target is None:
        return _unresolved(corpus, resolution, Finding(citation, place, excerpt, Verdict.UNKNOWN), day)
    record = corpus.records[resolution.target]
    before = draft.text[max(0, span.start - ENDING_WITHIN) : span.start]
    notes = _lapsed(corpus, record, day)
    document = corpus.documents.get(record.id)
    quoted = judge_quote(draft.text, citation, document) if document else Quoted()
    faults = (*resolution.faults, *quoted.faults)
    errors = [fault for fault in faults if fault.severity == "error"]
    if errors:
        verdict = Verdict.WRONG
    elif notes and status_on(corpus, record, day).status is not Status.CONCLUDED and not _ENDING.search(before):
        verdict = Verdict.ENDED
    else:
        verdict = Verdict.RIGHT
    return Finding(
        citation,
        place,
        excerpt,
        verdict,
        target=record.id,
        target_name=record.short_name,
        faults=faults,
        notes=(*notes, *((f"trích đúng nguyên văn {quoted.right}",) if quoted.right else ())),
        correction=_correction(corpus, document, errors),
    )


def _unresolved(corpus: Corpus, resolution: Resolution, unknown: Finding, day: date) -> Finding:
    in_force = _only_in_force(corpus, resolution, day)
    if in_force:
        said = f"hiểu là {in_force.short_name}, văn bản cùng tên còn hiệu lực vào ngày xét; nên ghi thêm số hoặc năm"
        name = in_force.short_name
        return replace(unknown, verdict=Verdict.RIGHT, target=in_force.id, target_name=name, notes=(said,))
    if resolution.candidates:
        names = tuple(_name_with_year(corpus.records[i]) for i in resolution.candidates)
        return replace(unknown, verdict=Verdict.AMBIGUOUS, candidates=resolution.candidates, candidate_names=names)
    near = tuple((s, _name_with_year(corpus.records[s.id])) for s in resolution.suggestions)
    return replace(unknown, suggestions=near)


def _only_in_force(corpus: Corpus, resolution: Resolution, day: date) -> Record | None:
    """Of laws of one name, the only one in force on the day: that is what a name without a year means."""
    if resolution.citation.kind is not CitationKind.NAMED:
        return None
    records = [corpus.records[i] for i in resolution.candidates]
    statuses = [status_on(corpus, record, day).status for record in records]
    holding = [r for r, s in zip(records, statuses, strict=True) if s.holds]
    settled = all(s.holds or s in (Status.ENDED, Status.NOT_YET) for s in statuses)
    return holding[0] if settled and len(holding) == 1 else None


def _lapsed(corpus: Corpus, record: Record, day: date) -> tuple[str, ...]:
    """Why a record no longer holds on the day, and what took its place; nothing where it holds."""
    effect = status_on(corpus, record, day)
    if not effect.status.is_weak_basis:
        return ()
    document = corpus.documents.get(record.id)
    now = instead(corpus, document, day) if document else ""
    return (f"{effect.status.label.lower()}: {effect.reason}{now}",)


def _correction(corpus: Corpus, document: Document | None, errors: list[CitationFault]) -> str | None:
    if document is None or not any(fault.part in _RETYPED for fault in errors):
        return None
    return cite_issued(corpus, document)


def _name_with_year(record: Record) -> str:
    """The short name, with the year of issue where it is known: what tells laws of one name apart."""
    return f"{record.short_name} năm {record.issued.year}" if record.issued.is_known else record.short_name
