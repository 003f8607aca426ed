"""What a record of the corpus says of a citation that means it: verdict, faults, and what to type instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from kb.citation.compared import Gap, bears_year, uncompared
from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationFault, CitationKind, Resolution
from kb.citation.programmes import Naming
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.law.collisions import collisions
from kb.model import Document, Record
from kb.model.vocabulary import Status
from kb.register.layers import Layer
from kb.review.coherence import issued_after
from kb.review.ending_words import speaks_of_end
from kb.review.model import Finding
from kb.review.namings import DraftNamings
from kb.review.outside import OutsideJudge
from kb.review.own import in_capitals
from kb.review.quotes import Quoted, judge_quote
from kb.review.record_words import RecordsOnDay, correction
from kb.review.told_apart import told_apart
from kb.review.verdicts import Verdict

_BODY = frozenset({"issuer", "issuer-related"})
"""Faults of the body, which its contradiction with the symbol of the number says better."""


@dataclass(frozen=True)
class HeldJudge:
    """Judges for a day the citations in the text of a draft of which the corpus holds the record.

    `on_day` knows what holds of each record on it; `own` is the day of the draft itself where it is known; `outside`
    knows the other documents of a number.
    """

    corpus: Corpus
    resolver: Resolver
    text: str
    on_day: RecordsOnDay
    own: date | None
    namings: DraftNamings
    outside: OutsideJudge

    def told(self, resolution: Resolution, blank: Finding, *, followed: bool) -> Finding:
        """The finding on a citation of a record; `followed` says that a fuller citation settled which is meant."""
        citation, record = resolution.citation, self.corpus.records[resolution.target or ""]
        naming = self.namings.of(citation.span, record)
        if naming in (Naming.OTHER, Naming.BARE):
            return blank
        document = self.corpus.documents.get(record.id)
        quoted = judge_quote(self.text, citation, document) if document else Quoted()
        faults = self._faults(resolution, document, quoted)
        errors = [fault for fault in faults if fault.severity == "error"]
        doubt = "" if followed else self._uncompared(citation, record, naming)
        standing = self.on_day.of(record)
        twins = self._twins(citation, document) if document and not _settled(followed, faults) else ()
        return replace(
            blank,
            verdict=doubted(self._verdict(citation, record, errors, doubt), faults),
            target=record.id,
            target_name=record.short_name,
            faults=faults,
            notes=tuple(filter(None, (doubt, *twins, *standing.weak))),
            weak=standing.weak if standing.status.is_weak_basis else (),
            ends=standing.lapsed,
            confirmed=(f"trích đúng nguyên văn {quoted.right}",) if quoted.right else (),
            correction=correction(self.corpus, citation, document, errors),
            layer=Layer.CORPUS,
            replacements=standing.replacements,
            end_reported=standing.end_reported,
        )

    def _faults(self, resolution: Resolution, document: Document | None, quoted: Quoted) -> tuple[CitationFault, ...]:
        """What is wrong beside a record held; letter case and form are not told of a heading in capitals."""
        citation, told = resolution.citation, resolution.faults
        if document and (against := self.resolver.comparer.against_symbol(citation, document)):
            told = (*against, *(fault for fault in told if fault.part not in _BODY))
        ahead = issued_after(self.own, document) if document else ()
        faults = (*told, *quoted.faults, *ahead)
        if in_capitals(self.text, citation):
            return tuple(fault for fault in faults if fault.severity == "error")
        return faults

    def _twins(self, citation: Citation, document: Document) -> tuple[str, ...]:
        """Other documents of the number, where the citation gives no day: those told by the corpus, then the others."""
        if citation.kind is not CitationKind.NUMBERED or typed_date(citation):
            return ()
        return (*collisions(self.corpus, document), *self.outside.twins(citation, document))

    def _verdict(self, citation: Citation, record: Record, errors: list[CitationFault], doubt: str) -> Verdict:
        if errors:
            return Verdict.WRONG
        if doubt and not bears_year(citation):
            return Verdict.UNVERIFIED
        status = self.on_day.of(record).status
        if status.lapsed and not speaks_of_end(self.text, citation.span.start, citation.span.end):
            return Verdict.ENDED
        if status is Status.NOT_YET:
            return Verdict.SUSPECT
        return Verdict.UNVERIFIED if doubt else Verdict.RIGHT

    def _uncompared(self, citation: Citation, record: Record, naming: Naming) -> str:
        """Why the day, or the period of a programme, could not be compared; empty where it was, or need not be."""
        if naming is Naming.WITHOUT_PERIOD:
            return f"chưa ghi giai đoạn; kho có {record.short_name}"
        document = self.corpus.documents.get(record.id)
        gap = uncompared(self.resolver, citation, document) if document else None
        told = f"; kho có {told_apart(self.corpus, record)}" if gap in (Gap.NOT_TYPED, Gap.OF_LAST) else ""
        return f"{gap.value}{told}" if gap else ""


def doubted(verdict: Verdict, faults: Sequence[CitationFault]) -> Verdict:
    """The verdict, or that the citation is to be looked at where a doubt is graver."""
    doubtful = any(fault.severity == "doubt" for fault in faults)
    return min(verdict, Verdict.SUSPECT, key=list(Verdict).index) if doubtful else verdict


def _settled(followed: bool, faults: Sequence[CitationFault]) -> bool:
    """Whether a fuller citation says which document of a number is meant: the year typed may be that of another."""
    return followed and not any(fault.part == "date-part" for fault in faults)
