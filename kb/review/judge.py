"""A verdict for every citation of a draft, on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from operator import attrgetter

from msgspec.structs import replace

from kb.citation.consistency import contradictions
from kb.citation.dates import typed_date, typed_part
from kb.citation.find import find_in
from kb.citation.models import Citation, CitationKind, Resolution
from kb.citation.names import NameTable
from kb.citation.programmes import ProgrammeNames
from kb.citation.reading import Reading
from kb.citation.resolve import Resolver
from kb.citation.short_forms import short_forms
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import ids_bearing
from kb.drafts import Draft
from kb.law.collisions import without_record
from kb.register.layers import Layer, LayerRegister
from kb.review.codified import CodifiedTexts
from kb.review.coherence import incoherences
from kb.review.ended_by_number import EndedByNumber
from kb.review.ending_words import speaks_of_end
from kb.review.held import HeldJudge, doubted
from kb.review.law_meant import LawMeant
from kb.review.model import Finding, Review
from kb.review.namings import DraftNamings
from kb.review.outside import JudgedDays, OutsideJudge
from kb.review.own import draft_day, in_capitals, without_own
from kb.review.places import DraftPlaces
from kb.review.provisions import ProvisionJudge
from kb.review.record_words import RecordsOnDay
from kb.review.short import FullCitations, by_name, is_reference, without_idle_hints
from kb.review.told_apart import told_apart
from kb.review.verdicts import Verdict

_COMPARED = (Verdict.RIGHT, Verdict.ENDED)
"""Number and day were found in a register: what the draft says elsewhere does not speak against it."""
_OF_THE_FULL = (Verdict.WRONG, Verdict.SUSPECT)
"""What is told of the full citation alone, and not of a short one that follows it."""

_start = attrgetter("span.start")

_LookedUp = tuple[Resolution, bool, str, Finding]
"""The record meant, whether a fuller citation settled which, how a law was told from others, and a finding to judge."""


def review(corpus: Corpus, draft: Draft, day: date, registers: Sequence[LayerRegister] = ()) -> Review:
    """The review of one draft; see `Reviewer`."""
    return Reviewer(corpus, registers).review(draft, day)


class Reviewer:
    """Reviews drafts against one corpus: its tables of numbers, titles and names are made once.

    What the corpus does not hold is asked of `registers`, the provisions of what it holds no text of, of `texts`.
    """

    def __init__(
        self, corpus: Corpus, registers: Sequence[LayerRegister] = (), texts: CodifiedTexts | None = None
    ) -> None:
        self.corpus, self.registers, self.texts = corpus, registers, texts
        self.resolver = Resolver(corpus)
        self.programmes = ProgrammeNames(corpus, self.resolver.comparer.titles.weights)
        self.names = NameTable.of_records(corpus)
        self.ended = EndedByNumber(corpus)

    def review(self, draft: Draft, day: date) -> Review:
        """Judge every citation by number or name for a day; references back follow what they refer to."""
        return self.judging(draft, day)()

    def judging(self, draft: Draft, day: date) -> Callable[[], Review]:
        """The review as a question: its citations are found once, it may be asked again when a register holds more."""
        places = DraftPlaces(draft)
        judge = _Judge(self, places.spelt, Reading(places.spelt.text, places.mended_text), day)
        return lambda: Review(draft, day, tuple(map(places.in_draft, without_idle_hints(judge.findings()))))


class _Judge:
    """Judges the citations of one draft against one corpus on one day."""

    def __init__(self, reviewer: Reviewer, draft: Draft, reading: Reading, day: date) -> None:
        self._corpus, self._resolver, self._draft = reviewer.corpus, reviewer.resolver, draft
        own = draft_day(draft.text)
        on_day = RecordsOnDay(self._corpus, day)
        on_own = RecordsOnDay(self._corpus, own) if own and own != day else on_day
        self._meant = LawMeant(self._corpus, on_own, own is not None)
        days = JudgedDays(day, date.today(), on_own.day)
        self._outside = OutsideJudge(reviewer.registers, self._resolver.comparer.titles, days, reviewer.ended.told)
        found = without_own(draft.text, find_in(reading))
        cited = [c for c in found if not is_reference(c)]
        self._named = by_name(self._corpus, reviewer.names, reading, cited)
        short = short_forms(reading, sorted((*found, *self._named), key=_start))
        self._cited = sorted((*cited, *short), key=_start)
        self._incoherent = incoherences(self._cited, own)
        self._full = FullCitations(self._cited)
        namings = DraftNamings(self._corpus, reviewer.programmes, draft.text, self._named)
        self._held = HeldJudge(self._corpus, self._resolver, draft.text, on_day, own, namings, self._outside)
        self._provisions = ProvisionJudge((reviewer.texts, reviewer.registers), reviewer.corpus, draft.text, self._full)

    def findings(self) -> list[Finding]:
        """One for each citation, in the order of the text."""
        judged = (self._finding(*looked_up) for looked_up in self._looked_up)
        return [finding for finding in judged if not self._is_heading(finding)]

    @cached_property
    def _looked_up(self) -> list[_LookedUp]:
        """Every citation as the corpus knows it, in the order of the text: it stays so when a register holds more."""
        return [self._look_up(citation) for citation in sorted((*self._cited, *self._named), key=_start)]

    def _look_up(self, citation: Citation) -> _LookedUp:
        resolution, followed = self._resolved(citation)
        resolution, said = (resolution, "") if followed else self._meant.of(resolution)
        span, draft = citation.span, self._draft
        blank = Finding(citation, draft.place(span.start), draft.excerpt(span.start, span.end), Verdict.UNKNOWN)
        return resolution, followed, said, blank if resolution.target else self._unresolved(resolution, blank)

    def _is_heading(self, finding: Finding) -> bool:
        """A heading in capitals names what the text cites in full elsewhere."""
        return finding.verdict is Verdict.UNKNOWN and in_capitals(self._draft.text, finding.citation)

    def _resolved(self, citation: Citation) -> tuple[Resolution, bool]:
        """The record meant, and whether a fuller citation of the draft settles which: a short mention follows it."""
        full = self._full.of(citation)
        if full is None:
            return self._resolver.resolve(citation), False
        meant = self._resolver.resolve(full)
        if citation.kind is CitationKind.NAMED and meant.target and self._meant.has_lapsed(meant.target):
            # Another law of the name took its place: which is meant is not said.
            return self._resolver.resolve(citation), True
        if meant.target is None or citation.kind is CitationKind.NAMED:
            return Resolution(citation, meant.candidates), True
        return self._resolver.resolved_to(citation, meant.target), True

    def _finding(self, resolution: Resolution, followed: bool, said: str, blank: Finding) -> Finding:
        if resolution.target is None:
            found = self._beyond(blank)
        else:
            found = self._held.told(resolution, blank, followed=followed)
        known = resolution.target or found.verdict is Verdict.UNKNOWN
        return self._provisions.told(replace(found, notes=(said, *found.notes)) if said and known else found)

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

    def _contradicted(self, finding: Finding) -> Finding:
        """With what the citation says against itself or the rest of the draft; of a record held, the record decides."""
        faults = list(contradictions(finding.citation))
        if finding.verdict in _COMPARED:
            faults = [fault for fault in faults if fault.part != "year"]
        else:
            faults += self._incoherent.get(finding.citation.span.start, ())
        if not faults:
            return finding
        wrong = any(fault.severity == "error" for fault in faults)
        verdict = Verdict.WRONG if wrong else doubted(finding.verdict, faults)
        return replace(finding, verdict=verdict, faults=(*faults, *finding.faults), suggestions=())

    def _unresolved(self, resolution: Resolution, blank: Finding) -> Finding:
        if resolution.candidates:
            names = tuple(told_apart(self._corpus, self._corpus.records[i]) for i in resolution.candidates)
            found = replace(blank, verdict=Verdict.AMBIGUOUS, candidates=resolution.candidates, candidate_names=names)
        else:
            near = tuple((s, told_apart(self._corpus, self._corpus.records[s.id])) for s in resolution.suggestions)
            found = replace(blank, suggestions=near) if near else blank
        notes = self._without_record(blank.citation)
        return replace(found, notes=notes) if notes else found

    def _without_record(self, citation: Citation) -> tuple[str, ...]:
        """The documents of the number that the corpus knows by their number alone, of the year that the draft gives."""
        full = self._full.of(citation) or citation
        if full.kind is not CitationKind.NUMBERED or full.number is None:
            return ()
        typed = typed_date(full) or typed_part(full)
        bearing = (self._corpus.documents[i] for i in ids_bearing(self._corpus, full.number))
        return without_record(bearing, typed.year if typed else None)
