"""A verdict for every citation of a draft, on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kb.citation.compared import Gap, bears_year, uncompared
from kb.citation.consistency import contradictions
from kb.citation.find import find
from kb.citation.models import Citation, CitationFault, CitationKind, Resolution
from kb.citation.names import NameTable, records_by_name
from kb.citation.programmes import Naming, ProgrammeNames
from kb.citation.resolve import Resolver
from kb.citation.short_forms import short_forms
from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.law.cite import cite_issued
from kb.law.effect import status_on
from kb.law.successors import instead
from kb.model import UNKNOWN, Document, Record
from kb.model.vocabulary import Status
from kb.register.layers import Layer, LayerRegister
from kb.review.coherence import incoherences
from kb.review.ending_words import speaks_of_end
from kb.review.model import Finding, Review
from kb.review.outside import OutsideJudge
from kb.review.own import draft_day, in_capitals, without_own
from kb.review.quotes import Quoted, judge_quote
from kb.review.short import FullCitations, is_reference, without_idle_hints
from kb.review.verdicts import Verdict

_RETYPED = frozenset({"number", "symbol", "type", "date", "issuer"})
"""Faults that a corrected citation mends; a title is mended by its own message."""
_COMPARED = (Verdict.RIGHT, Verdict.ENDED)
"""Number and day were found in a register: what the draft says elsewhere does not speak against it."""
_OF_THE_FULL = (Verdict.WRONG, Verdict.SUSPECT)
"""What is told of the full citation alone, and not of a short one that follows it."""
MOST_TITLE_WORDS = 20
"""Words of a title that is told whole."""


def review(corpus: Corpus, draft: Draft, day: date, registers: Sequence[LayerRegister] = ()) -> Review:
    """Judge every citation by number or name; references back follow what they refer to and are not repeated.

    What the corpus does not hold is asked of `registers`.
    """
    judge = _Judge(corpus, draft, day, registers)
    return Review(draft, day, tuple(without_idle_hints(judge.findings())))


class _Judge:
    """Judges the citations of one draft against one corpus on one day."""

    def __init__(self, corpus: Corpus, draft: Draft, day: date, registers: Sequence[LayerRegister]) -> None:
        self._corpus, self._draft, self._day = corpus, draft, day
        self._resolver = Resolver(corpus)
        self._outside = OutsideJudge(registers, self._resolver.comparer.titles, day, date.today())
        self._programmes = ProgrammeNames(corpus, self._resolver.comparer.titles.weights)
        found = without_own(draft.text, find(draft.text))
        cited = [c for c in found if not is_reference(c)]
        self._named = _by_name(corpus, draft, cited)
        short = short_forms(draft.text, sorted((*found, *self._named), key=_start))
        self._cited = sorted((*cited, *short), key=_start)
        self._incoherent = incoherences(self._cited, draft_day(draft.text))
        self._full = FullCitations(self._cited)

    def findings(self) -> list[Finding]:
        """One for each citation, in the order of the text."""
        judged = (self._finding(citation) for citation in sorted((*self._cited, *self._named), key=_start))
        return [finding for finding in judged if not self._is_heading(finding)]

    def _is_heading(self, finding: Finding) -> bool:
        """A heading in capitals names what the text cites in full elsewhere."""
        return finding.verdict is Verdict.UNKNOWN and in_capitals(self._draft.text, finding.citation)

    def _resolved(self, citation: Citation) -> tuple[Resolution, bool]:
        """The record meant, and whether a fuller citation of the draft settles which: a short mention follows it."""
        full = self._full.of(citation)
        if full is None:
            return self._resolver.resolve(citation), False
        meant = self._resolver.resolve(full)
        if meant.target is None:
            return Resolution(citation, meant.candidates), True
        return self._resolver.resolved_to(citation, meant.target), True

    def _finding(self, citation: Citation) -> Finding:
        resolution, followed = self._resolved(citation)
        span, draft = citation.span, self._draft
        blank = Finding(citation, draft.place(span.start), draft.excerpt(span.start, span.end), Verdict.UNKNOWN)
        if resolution.target is None:
            return self._beyond(self._unresolved(resolution, blank))
        return self._held(resolution, blank, followed=followed)

    def _beyond(self, finding: Finding) -> Finding:
        """What the registers say of what the corpus does not hold, and what the citation says against itself."""
        if finding.verdict is not Verdict.UNKNOWN:
            return self._contradicted(replace(finding, layer=Layer.CORPUS))
        ending = self._speaks_of_end(finding.citation)
        full = self._full.of(finding.citation)
        if full is None:
            return self._contradicted(self._outside.told(finding, self._cited, ending=ending))
        told = self._outside.told(replace(finding, citation=full), self._cited, ending=ending)
        told = finding if told.verdict in _OF_THE_FULL else replace(told, citation=finding.citation)
        return self._contradicted(told)

    def _speaks_of_end(self, citation: Citation) -> bool:
        return speaks_of_end(self._draft.text, citation.span.start, citation.span.end)

    def _held(self, resolution: Resolution, blank: Finding, *, followed: bool) -> Finding:
        """The verdict on a citation of a record that the corpus holds."""
        citation, record = resolution.citation, self._corpus.records[resolution.target or ""]
        naming = self._programmes.naming(record, self._draft.text, citation.span)
        if naming is Naming.OTHER:
            return blank
        document = self._corpus.documents.get(record.id)
        quoted = judge_quote(self._draft.text, citation, document) if document else Quoted()
        faults = (*resolution.faults, *quoted.faults)
        if in_capitals(self._draft.text, citation):
            faults = tuple(fault for fault in faults if fault.severity == "error")
        errors = [fault for fault in faults if fault.severity == "error"]
        doubt = "" if followed else self._uncompared(citation, record, naming)
        lapsed = _lapsed(self._corpus, record, self._day)
        right = (f"trích đúng nguyên văn {quoted.right}",) if quoted.right else ()
        return replace(
            blank,
            verdict=self._verdict(citation, record, errors, doubt, lapsed),
            target=record.id,
            target_name=record.short_name,
            faults=faults,
            notes=(*((doubt,) if doubt else ()), *lapsed, *right),
            correction=_correction(self._corpus, document, errors),
            layer=Layer.CORPUS,
        )

    def _verdict(
        self, citation: Citation, record: Record, errors: list[CitationFault], doubt: str, lapsed: tuple[str, ...]
    ) -> Verdict:
        if errors:
            return Verdict.WRONG
        if doubt and not bears_year(citation):
            return Verdict.UNVERIFIED
        concluded = status_on(self._corpus, record, self._day).status is Status.CONCLUDED
        if lapsed and not concluded and not self._speaks_of_end(citation):
            return Verdict.ENDED
        return Verdict.UNVERIFIED if doubt else Verdict.RIGHT

    def _uncompared(self, citation: Citation, record: Record, naming: Naming) -> str:
        """Why the day, or the period of a programme, could not be compared; empty where it was, or need not be."""
        if naming is Naming.WITHOUT_PERIOD:
            return f"chưa ghi giai đoạn; kho có {record.short_name}"
        document = self._corpus.documents.get(record.id)
        gap = uncompared(self._resolver, citation, document) if document else None
        told = f"; kho có {_told_apart(self._corpus, record)}" if gap is Gap.NOT_TYPED else ""
        return f"{gap.value}{told}" if gap else ""

    def _contradicted(self, finding: Finding) -> Finding:
        """With what the citation says against itself or the rest of the draft; of a record held, the record decides."""
        if finding.layer is Layer.CORPUS and finding.verdict is not Verdict.AMBIGUOUS:
            return finding
        faults = list(contradictions(finding.citation))
        if finding.verdict in _COMPARED:
            faults = [fault for fault in faults if fault.part != "year"]
        else:
            faults += self._incoherent.get(finding.citation.span.start, ())
        if not faults:
            return finding
        wrong = any(fault.severity == "error" for fault in faults)
        verdict = Verdict.WRONG if wrong else min(finding.verdict, Verdict.SUSPECT, key=list(Verdict).index)
        return replace(finding, verdict=verdict, faults=(*faults, *finding.faults), suggestions=())

    def _unresolved(self, resolution: Resolution, blank: Finding) -> Finding:
        in_force = _only_in_force(self._corpus, resolution, self._day)
        if in_force:
            name = in_force.short_name
            said = f"hiểu là {name}, văn bản cùng tên còn hiệu lực vào ngày xét; nên ghi thêm số hoặc năm"
            return replace(blank, verdict=Verdict.RIGHT, target=in_force.id, target_name=name, notes=(said,))
        if resolution.candidates:
            names = tuple(_told_apart(self._corpus, self._corpus.records[i]) for i in resolution.candidates)
            return replace(blank, verdict=Verdict.AMBIGUOUS, candidates=resolution.candidates, candidate_names=names)
        near = tuple((s, _told_apart(self._corpus, self._corpus.records[s.id])) for s in resolution.suggestions)
        return replace(blank, suggestions=near)


def _start(citation: Citation) -> int:
    return citation.span.start


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


def _told_apart(corpus: Corpus, record: Record) -> str:
    """The short name with day, body and title: what tells records of one number or one name apart."""
    document = corpus.documents.get(record.id)
    if document is None:
        return record.short_name
    day = f" ngày {document.issued.shown}" if document.issued.is_known else " (chưa rõ ngày ban hành)"
    bodies = " và ".join(corpus.bodies[i].name for i in document.issuers if i in corpus.bodies)
    title = "" if document.title == UNKNOWN or record.short_name in document.title else f", {_short(document.title)}"
    return f"{record.short_name}{day}{f' của {bodies}' if bodies else ''}{title}"


def _short(title: str) -> str:
    """As much of a title as tells it apart: its end tells decrees on the duties of ministries apart."""
    words = title.split()
    return title if len(words) <= MOST_TITLE_WORDS else " ".join([*words[:8], "…", *words[-8:]])
