"""Laws cited by name, by the registers: which of that name is meant, and whether one was passed on the day typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from kb.citation.dates import typed_date
from kb.citation.identity import law_cited
from kb.citation.law_days import is_near
from kb.citation.models import Citation, CitationFault
from kb.citation.patterns import AMENDS
from kb.language.dates import PartialDate, show_day
from kb.register.entry import RegisterEntry
from kb.register.entry_words import EntryWords
from kb.register.layers import Layer, LayerRegister
from kb.register.lookup import law_key
from kb.register.sources import is_weak
from kb.review.model import Finding
from kb.review.short import which_law
from kb.review.verdicts import Verdict

_Words = tuple[EntryWords, EntryWords]
"""Of one register: for the day of the review, and for the day on which a name alone is meant."""


class NamedLaws:
    """Judges the laws that a draft cites by name; a name alone follows the citation that gives day, year or number."""

    def __init__(self, asked: Sequence[tuple[LayerRegister, EntryWords]], on_its_day: Sequence[EntryWords]) -> None:
        """`on_its_day` are the words of the same registers for the day on which a name alone is meant."""
        self._asked = [
            (held, words, then)
            for (held, words), then in zip(asked, on_its_day, strict=True)
            if held.layer is Layer.REGISTER
        ]
        self._fullest: dict[str, Citation | None] | None = None

    def told(self, finding: Finding, cited: Iterable[Citation], *, ending: bool) -> Finding:
        """The finding with what the register says of the law; as it was where it holds none of that name."""
        citation = finding.citation
        for held, words, then in self._asked:
            laws = laws_named(held, citation)
            fuller = self._fuller(citation, cited)
            there = laws if _says_when(fuller) else then.holding(laws)
            if there:
                judged = self._judged(finding, there, (words, then), fuller, ending=ending)
                return replace(judged, layer=held.layer) if judged is not finding else finding
        return finding

    def _judged(
        self, finding: Finding, laws: list[RegisterEntry], both: _Words, fuller: Citation, *, ending: bool
    ) -> Finding:
        """By the day or the year of the fullest citation of that name; by the name alone where no other says more."""
        fitting, dated, words = fitting_laws(laws, fuller), bool(typed_date(fuller) or fuller.year), both[0]
        if len(fitting) == 1:
            return self._found(finding, fitting[0], both, ending=ending, alone=len(laws) == 1, dated=dated)
        meant = None if dated or AMENDS.match(law_cited(fuller)) else both[1].last_in_force(fitting)
        if meant and not words.lapsed(meant):
            read = replace(finding, notes=(*finding.notes, _read_as(meant, fitting, words)))
            return self._found(read, meant, both, ending=ending, alone=False, dated=False)
        if fitting:
            names = tuple(f"{words.named(law)} ({words.witness(law.issued)})" for law in fitting)
            return replace(finding, verdict=Verdict.AMBIGUOUS, candidate_names=names, suggestions=())
        return self._not_passed(finding, laws, words) if dated and fuller is finding.citation else finding

    def _found(
        self, finding: Finding, law: RegisterEntry, both: _Words, *, ending: bool, alone: bool, dated: bool
    ) -> Finding:
        words, then = both
        basis = f"{words.named(law)}, theo {words.witness(law.issued)}"
        finding = replace(finding, basis=basis, suggestions=())
        lapsed = words.lapsed(law)
        if not dated and lapsed and then.lapsed(law):
            # A law that ended may have one of its name after it, which the register does not hold yet.
            return replace(finding, notes=(*finding.notes, f"sổ có {basis}: {lapsed}")) if alone else finding
        if is_weak(words.sources, law.issued.codes) or law.issued.is_disputed:
            return replace(finding, verdict=Verdict.UNVERIFIED, notes=(*finding.notes, f"sổ có {basis}"))
        finding = replace(finding, weak=words.notes(law))
        if not dated and not lapsed:
            # A law that is not in the register yet may have taken its name.
            said = f"chỉ ghi tên; sổ có {basis}; nên ghi thêm số hoặc ngày"
            return replace(finding, verdict=Verdict.UNVERIFIED, notes=(*finding.notes, said, *words.notes(law)))
        if lapsed and not ending:
            return replace(finding, verdict=Verdict.ENDED, ends=(lapsed,), notes=(*finding.notes, *words.notes(law)))
        return replace(
            finding,
            verdict=Verdict.RIGHT,
            ends=(lapsed,) if lapsed else (),
            effect_unknown=words.effect_unknown(law),
            notes=(*finding.notes, *words.notes(law)),
        )

    @staticmethod
    def _not_passed(finding: Finding, laws: list[RegisterEntry], words: EntryWords) -> Finding:
        """No law of that name was passed then: a slip where one was passed that year, or came in force in it."""
        day, year = typed_date(finding.citation), str(finding.citation.year or "")
        known = "; ".join(f"{words.named(law)} ({words.witness(law.issued)})" for law in laws)
        near = [law for law in laws if day and any(_is_near(day, text) for text in law.days)]
        in_force = [law for law in laws if year and law.in_force.value[:4] == year]
        fault = CitationFault("law-register", known, finding.citation.span.surface, "doubt")
        if near or in_force:
            return replace(finding, verdict=Verdict.SUSPECT, faults=(*finding.faults, fault), suggestions=())
        return replace(finding, notes=(*finding.notes, fault.message))

    def _fuller(self, citation: Citation, cited: Iterable[Citation]) -> Citation:
        """The citation of the same law that says more, where this one gives the name alone.

        That itself where the draft cites two laws of the name: which of them the name alone means is not said.
        """
        if citation.date_typed or citation.year:
            return citation
        if self._fullest is None:
            self._fullest = _that_say_when(cited)
        return self._fullest.get(law_key(law_cited(citation))) or citation


def _that_say_when(cited: Iterable[Citation]) -> dict[str, Citation | None]:
    """Of each law the first citation that gives day, year or number, by the key of its name; None of two of a name."""
    found: dict[str, Citation | None] = {}
    for citation in cited:
        if _says_when(citation):
            first = found.setdefault(law_key(law_cited(citation)), citation)
            if first and _meant(first) != _meant(citation):
                found[law_key(law_cited(citation))] = None
    return found


def _meant(citation: Citation) -> str:
    return which_law(citation) or str(citation.number)


def laws_named(held: LayerRegister, citation: Citation) -> list[RegisterEntry]:
    """The laws of the type and name that a citation gives, of every year."""
    return [law for law in held.register.named(law_cited(citation)) if law.type == citation.type_name]


def fitting_laws(laws: list[RegisterEntry], citation: Citation) -> list[RegisterEntry]:
    """The laws that the day, the year or the number of a citation leaves; by the name alone all of them."""
    day, number = typed_date(citation), citation.number
    if day:
        return [law for law in laws if str(day) in law.days]
    if number:
        return [law for law in laws if law.parsed.match_key == number.match_key]
    if citation.year:
        return [law for law in laws if str(citation.year) in {text[:4] for text in law.days}]
    return laws


def _read_as(meant: RegisterEntry, laws: list[RegisterEntry], words: EntryWords) -> str:
    """By what a law was told from older ones of its name, of which the register holds no end."""
    others = "; ".join(words.named(law) for law in laws if law is not meant)
    day = show_day(date.fromisoformat(meant.in_force.value))
    return (
        f"hiểu là luật cùng tên có hiệu lực sau cùng (từ ngày {day}, theo {words.witness(meant.in_force)}); "
        f"trước đó có {others}"
    )


def _is_near(typed: PartialDate, issued: str) -> bool:
    return typed.year == issued[:4] or is_near(typed, PartialDate.parse(issued))


def _says_when(citation: Citation) -> bool:
    return bool(typed_date(citation) or citation.year or citation.number)
