"""Verdicts on what the corpus does not hold, by the registers beside it: the national one, then the office's own.

“Đúng” asks for number and day. Another day is “sai” only where the number bears its year, two independent groups of
sources agree on the day and the title typed is the same; otherwise it may be another document of that number, for
01/2018/NĐ-CP is two decrees, and the citation is to be looked at. What one citing text alone says grounds neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from kb.citation.compared import bears_year, undated
from kb.citation.consistency import dated_itself
from kb.citation.dates import typed_date
from kb.citation.identity import NO_NAME, law_name
from kb.citation.models import Citation, CitationFault, CitationKind
from kb.citation.patterns import LAW_TYPES
from kb.citation.titles import Likeness, Titles
from kb.language.law_names import abbreviates
from kb.language.phrases import words_of
from kb.model import Document
from kb.number.document_number import DocumentNumber
from kb.register.entry import LAWS, RegisterEntry
from kb.register.entry_words import KNOWN_ALONE, EntryWords
from kb.register.layers import Layer, LayerRegister
from kb.register.sources import groups_of, is_weak
from kb.review.local import is_local, of_another_place
from kb.review.model import Finding
from kb.review.outside_laws import NamedLaws
from kb.review.verdicts import Verdict

TITLE_BEGINS = re.compile(r"(?:về|quy\s+định|ban\s+hành|phê\s+duyệt|hướng\s+dẫn|sửa\s+đổi)(?!\w)", re.IGNORECASE)
"""How most titles begin."""


@dataclass(frozen=True, slots=True)
class JudgedDays:
    """The day for which a draft is judged, the reader's, and that on which a law by its name alone is meant."""

    judged: date
    today: date
    meant: date


class OutsideJudge:
    """Judges the citations of one draft. `ended` tells why an entry no longer holds where the corpus alone says so."""

    def __init__(
        self,
        registers: Sequence[LayerRegister],
        titles: Titles,
        days: JudgedDays,
        ended: Callable[[RegisterEntry, date], str],
    ) -> None:
        def asked(day: date) -> list[tuple[LayerRegister, EntryWords]]:
            def told(entry: RegisterEntry) -> str:
                return ended(entry, day)

            return [(held, EntryWords(held.register, day, days.today, told)) for held in registers]

        self._titles = titles
        self._asked = asked(days.judged)
        self._laws = NamedLaws(self._asked, [words for _, words in asked(days.meant)])

    def told(self, finding: Finding, cited: Iterable[Citation], *, ending: bool) -> Finding:
        """The finding on a citation that the corpus does not hold, with what a register says of it, if any does.

        `cited` are all citations of the draft; `ending` says that the draft speaks of the end of what it cites.
        """
        citation = finding.citation
        if citation.kind is CitationKind.NAMED and citation.title and citation.type_name in LAW_TYPES:
            return self._laws.told(finding, cited, ending=ending)
        if citation.kind is not CitationKind.NUMBERED or citation.number is None:
            return finding
        for held, words in self._asked:
            entries = [e for e in held.register.numbered(citation.number) if _may_be(citation, e, held.layer)]
            judged = self._judged(finding, entries, words, ending=ending) if entries else None
            if judged:
                return replace(judged, layer=held.layer)
        return self._softened(finding, citation.number)

    def twins(self, citation: Citation, document: Document) -> tuple[str, ...]:
        """The other documents of the number that registers hold, where no day tells which is cited, a sentence each."""
        if citation.number is None or typed_date(citation) or not document.issued.is_day:
            return ()
        return tuple(
            f"số này còn là của {words.named(entry)} (theo {words.witness(entry.issued)})"
            for held, words in self._asked
            for entry in held.register.numbered(citation.number)
            if str(document.issued) not in entry.days and _may_be(citation, entry, held.layer) and not _is_local(entry)
        )

    def _softened(self, finding: Finding, number: DocumentNumber) -> Finding:
        known = any(held.register.is_known(number) for held, _ in self._asked)
        return replace(finding, notes=(*finding.notes, KNOWN_ALONE)) if known else finding

    def _judged(
        self, finding: Finding, entries: list[RegisterEntry], words: EntryWords, *, ending: bool
    ) -> Finding | None:
        citation = finding.citation
        typed = typed_date(citation)
        if typed is None:
            return None if citation.date_typed else self._undated(finding, entries, words, ending=ending)
        agreeing = [entry for entry in entries if str(typed) in entry.days]
        if agreeing:
            return self._dated(finding, agreeing[0], words, ending=ending)
        return self._of_another_day(finding, entries, words) if dated_itself(citation) else None

    def _dated(self, finding: Finding, entry: RegisterEntry, words: EntryWords, *, ending: bool) -> Finding:
        """Number and day are those of a document."""
        source = words.witness(entry.issued)
        finding = replace(finding, suggestions=(), basis=f"{words.named(entry)}, theo {source}")
        if entry.issued.is_disputed:
            return _with(finding, Verdict.UNVERIFIED, words.disputed_days(entry))
        if self._likeness(finding.citation, entry, words) is Likeness.OTHER:
            return _doubted(finding, "title-register", entry.title.value, words.witness(entry.title))
        lapsed = words.lapsed(entry)
        unknown = words.effect_unknown(entry)
        finding = replace(finding, ends=_said(lapsed), weak=words.notes(entry), effect_unknown=unknown)
        if lapsed and not ending:
            return _with(finding, Verdict.ENDED, *words.notes(entry))
        if is_weak(words.sources, entry.issued.codes):
            said = f"số và ngày chỉ đối chiếu được với {source}, chưa có nguồn chính thức"
            return _with(finding, Verdict.UNVERIFIED, said, *words.notes(entry))
        return _with(finding, Verdict.RIGHT, *words.notes(entry))

    def _undated(
        self, finding: Finding, entries: list[RegisterEntry], words: EntryWords, *, ending: bool
    ) -> Finding | None:
        """A number without a day: the document that the year or the title tells, but never “đúng”."""
        citation = finding.citation
        likeness = {entry: self._likeness(citation, entry, words) for entry in entries}
        same = [entry for entry in entries if likeness[entry] is Likeness.SAME]
        meant = same or (entries if bears_year(citation) else [])
        if not meant:
            return None
        if len(meant) > 1:
            names = tuple(f"{words.named(entry)} ({words.witness(entry.issued)})" for entry in meant)
            return replace(finding, verdict=Verdict.AMBIGUOUS, candidate_names=names, suggestions=())
        entry = meant[0]
        finding = replace(finding, suggestions=(), basis=f"{words.named(entry)}, theo {words.witness(entry.issued)}")
        if likeness[entry] is Likeness.OTHER:
            return _doubted(finding, "title-register", entry.title.value, words.witness(entry.title))
        said = f"{undated(citation).value}; sổ có {finding.basis}"
        lapsed = words.lapsed(entry)
        verdict = Verdict.ENDED if lapsed and not ending else Verdict.UNVERIFIED
        return _with(replace(finding, ends=_said(lapsed), weak=words.notes(entry)), verdict, said, *words.notes(entry))

    def _of_another_day(self, finding: Finding, entries: list[RegisterEntry], words: EntryWords) -> Finding | None:
        """Documents of this number, but of other days."""
        citation = finding.citation
        if not bears_year(citation):
            entries = _of_the_year(citation, entries)
        if not entries:
            return None
        likeness = {entry: self._likeness(citation, entry, words) for entry in entries}
        entry = next((e for e in entries if likeness[e] is Likeness.SAME), entries[0])
        source = words.witness(entry.issued)
        finding = replace(finding, basis=f"{words.named(entry)}, theo {source}")  # a hint may say why the day differs
        agreed = len(groups_of(words.sources, entry.issued.codes)) > 1 and not entry.issued.is_disputed
        if bears_year(citation) and agreed and likeness[entry] is Likeness.SAME:
            got = citation.date_typed.surface if citation.date_typed else ""
            wrong = CitationFault("date", f"{entry.shown_days} (theo {source})", got)
            return replace(finding, verdict=Verdict.WRONG, faults=(*finding.faults, wrong), suggestions=())
        return _doubted(finding, "date-register", entry.shown_days, source)

    def _likeness(self, citation: Citation, entry: RegisterEntry, words: EntryWords) -> Likeness:
        """What the title typed says of the document, by those titles that more than one citing text gives."""
        titles = [t.value for t in entry.title.readings if not is_weak(words.sources, t.codes)]
        if entry.type in LAWS and (name := law_name(citation)):
            found = {_same_name(name, title) for title in titles}
        elif citation.title:
            found = {self._one_title(citation.title.surface, title) for title in titles}
            if not _is_title(citation):
                found -= {Likeness.OTHER}
        else:
            found = set()
        order = (Likeness.SAME, Likeness.ALIKE, Likeness.UNSETTLED, Likeness.OTHER)
        return next((likeness for likeness in order if likeness in found), Likeness.UNSETTLED)

    def _one_title(self, typed: str, title: str) -> Likeness:
        """As titles are compared; a short one that is the same word for word is the same."""
        same = _without_about(words_of(typed)) == _without_about(words_of(title))
        return Likeness.SAME if same else self._titles.likeness(typed, title)


def _is_title(citation: Citation) -> bool:
    """Whether the words behind a citation are surely a title: quoted, or behind its day, as a first citation has it.

    ``Nghị định số 281/2025/NĐ-CP thực hiện như sau`` goes on with the sentence.
    """
    begins = citation.title is not None and bool(TITLE_BEGINS.match(citation.title.surface))
    return citation.title_quoted or (begins and citation.date_typed is not None)


def _without_about(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[:1] == ("về",) else words


def _same_name(name: tuple[str, ...], title: str) -> Likeness:
    """A law's name between its type word and its number, and the law's own; either may be cut short."""
    own = words_of(title)
    own = next((own[len(law) :] for law in map(words_of, LAWS) if own[: len(law)] == law), own)
    one, other = (f" {' '.join(word for word in words if word not in NO_NAME)} " for words in (name, own))
    same = one in other or one.startswith(other) or abbreviates(name, own)
    return Likeness.SAME if same else Likeness.OTHER


def _may_be(citation: Citation, entry: RegisterEntry, layer: Layer) -> bool:
    """Whether an entry of this number can be the document: its type where one number has several, its place."""
    typed, assembly = citation.type_name, entry.type in (*LAWS, "Nghị quyết")
    if citation.type_typed and assembly and typed != entry.type and not {typed, entry.type} <= {"Luật", "Bộ luật"}:
        return False
    if not _is_local(entry):
        return True
    issuer = citation.issuer_typed.surface if citation.issuer_typed else ""
    return not of_another_place(issuer, entry.issuer, sure=layer is not Layer.PRIVATE)


def _of_the_year(citation: Citation, entries: list[RegisterEntry]) -> list[RegisterEntry]:
    """Those of the year typed: a number without its year is given anew every year, and in every place."""
    typed = typed_date(citation)
    return [e for e in entries if typed and typed.year in {day[:4] for day in e.days} and not _is_local(e)]


def _is_local(entry: RegisterEntry) -> bool:
    return is_local(entry.parsed)


def _said(sentence: str) -> tuple[str, ...]:
    return (sentence,) if sentence else ()


def _with(finding: Finding, verdict: Verdict, *notes: str) -> Finding:
    return replace(finding, verdict=verdict, notes=(*finding.notes, *filter(None, notes)))


def _doubted(finding: Finding, part: str, expected: str, source: str) -> Finding:
    fault = CitationFault(part, expected, source, "doubt")
    return replace(finding, verdict=Verdict.SUSPECT, faults=(*finding.faults, fault))
