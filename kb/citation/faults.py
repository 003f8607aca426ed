"""What is wrong in the way a document is cited, one check a part.

A fault of severity error contradicts the record. A remark is about form (Nghị định 30/2020/NĐ-CP, Phụ lục I: a
first citation gives type, number, date, issuing body and title), or about what the sources do not settle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.citation.dates import agrees, part_agrees, typed_date, typed_part
from kb.citation.misread import misread_fault
from kb.citation.models import Citation, CitationFault
from kb.citation.names import NameTable
from kb.citation.symbol import usual_case
from kb.citation.symbol_body import of_another_body
from kb.citation.terms import of_another_term
from kb.citation.title_faults import TitleFaults
from kb.citation.title_words import TitleWords
from kb.citation.titles import Titles
from kb.corpus.corpus import Corpus
from kb.language.fold import composed, folded
from kb.model import UNKNOWN, Document
from kb.model.vocabulary import DocumentType, Sureness

_FIGURES = re.compile(r"\d+")
_REPEATED = re.compile(r"của\s+của")
_ODD_SPACE = re.compile("[\u00a0\u202f\u200b\u00ad\u2060]")
FEWEST_DOUBTFUL_LETTERS = 4
"""Letters of a group that may be a longer one cut short; shorter groups are too often like another."""
LONGEST_ABBREVIATION = 4
"""Letters of a type word that is abbreviated, and then wants no "số" before the number: ``NĐ``, ``TTLT``."""
_SAME_TYPE = ({"Luật", "Bộ luật"}, {"Quyết định", "Quy định"})
_NORMATIVE = frozenset({DocumentType.NGHI_DINH, DocumentType.THONG_TU, DocumentType.THONG_TU_LIEN_TICH})


class CitationComparer:
    """Compares citations with records of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.bodies = NameTable.of_bodies(corpus)
        self.titles = Titles(
            {term.abbreviation: term.expansion for term in corpus.terms.values()},
            TitleWords(document.title for document in corpus.documents.values()),
        )
        self.title_faults = TitleFaults(corpus, self.titles)
        self._bodies_in = lru_cache(maxsize=1 << 12)(self._bodies_in_words)
        self._answering: dict[str, set[str]] = {}
        for body in corpus.bodies.values():
            if body.parent:
                self._answering.setdefault(body.parent, set()).add(body.id)
        self._groups = {folded(a) for body in corpus.bodies.values() for a in body.abbreviations} | {
            folded(term.abbreviation) for term in corpus.terms.values()
        }

    def faults(self, citation: Citation, document: Document) -> Iterator[CitationFault]:
        """Everything that differs between a citation by number and the document it means; of a short one no form."""
        short = citation.number is None and not citation.likely
        if not short:
            yield from self._number(citation, document)
            yield from self._type(citation, document)
        yield from self.date(citation, document)
        yield from self._issuer(citation, document)
        yield from self.title_faults.of(citation, document)
        if not short:
            yield from self._form(citation, document, retyped=any(self._type(citation, document)))

    def _number(self, citation: Citation, document: Document) -> Iterator[CitationFault]:
        typed = citation.number_typed.surface if citation.number_typed else ""
        plain = citation.document_number
        if document.number == UNKNOWN or typed == document.number:
            yield from self._doubtful_groups(citation)
        elif typed in document.number_variants:
            yield CitationFault("variant", document.number, typed, "remark")
        elif misread := misread_fault(citation):
            part = "number" if misread.severity == "error" else misread.part
            yield CitationFault(part, document.number, typed, misread.severity)
        elif plain == document.number:
            return  # blanks are no fault of a number, nor that the last one of a list bears the symbol
        elif plain.lstrip("0") == document.number.lstrip("0"):
            yield CitationFault("leading-zero", document.number, typed, "remark")
        else:
            digits = _FIGURES.findall(plain), _FIGURES.findall(document.number)
            yield CitationFault("number" if digits[0] != digits[1] else "symbol", document.number, typed)

    def _doubtful_groups(self, citation: Citation) -> Iterator[CitationFault]:
        """A group that only the text knows and that lacks the last letter of one that is known."""
        for group in citation.number.groups if citation.number else ():
            key = folded(group)
            if len(key) >= FEWEST_DOUBTFUL_LETTERS and key.isalpha() and key not in self._groups:
                longer = [known for known in self._groups if known[:-1] == key]
                if len(longer) == 1:
                    yield CitationFault("symbol-doubt", longer[0].upper(), group, "remark")

    def _type(self, citation: Citation, document: Document) -> Iterator[CitationFault]:
        if citation.type_typed is None or citation.type_name is None:
            return
        typed, label = citation.type_name, document.type.label
        same = typed == label or label.startswith(typed) or typed.startswith(label)
        if not same and not any({typed, label} <= alike for alike in _SAME_TYPE):
            yield CitationFault("type", label, " ".join(citation.type_typed.surface.split()))

    def date(self, citation: Citation, document: Document) -> Iterator[CitationFault]:
        """The day of issue, where one is typed and known, as exactly as it is known."""
        typed = typed_date(citation)
        if citation.date_typed and document.issued.is_known and not (typed and agrees(typed, document.issued)):
            yield CitationFault("date", document.issued.shown, citation.date_typed.surface)
        part = None if citation.date_typed else typed_part(citation)
        if part and document.issued.is_known and not part_agrees(part, document.issued):
            got = citation.date_unread.surface if citation.date_unread else f"năm {part.year}"
            yield CitationFault("date-part", document.issued.in_words, got, "doubt")

    def _issuer(self, citation: Citation, document: Document) -> Iterator[CitationFault]:
        typed = citation.issuer_typed
        if typed is None:
            return
        named = self.issuers_named(citation)
        right = named & self.kin(document)
        if term := of_another_term(citation, document):
            yield CitationFault("term", str(document.term), term, "error")
        if right:
            yield from self._case(typed.surface, right)
        elif named:
            expected = self.issuer_names(document)
            known = any("issuers" in w.facts and w.sure is not Sureness.INFERRED for w in document.witnesses)
            doubtful = not known or bool(named & (self._above(document) | self._heirs(document)))
            part, severity = ("issuer-related", "remark") if doubtful else ("issuer", "error")
            yield CitationFault(part, expected, typed.surface, severity)
        if named - right or not named:
            yield from self._case(typed.surface, named)

    def against_symbol(self, citation: Citation, document: Document) -> tuple[CitationFault, ...]:
        """The body typed against the symbol of the number, where the document is not that body's all the same."""
        return () if self.issuers_named(citation) & set(document.issuers) else tuple(of_another_body(citation))

    def _case(self, surface: str, bodies: frozenset[str]) -> Iterator[CitationFault]:
        typed = composed(surface)
        for body in bodies:
            for name in (self._corpus.bodies[body].name, *self._corpus.bodies[body].aliases):
                place = typed.lower().find(name.lower())
                words = typed[place : place + len(name)]
                if place >= 0 and words != name and name != name.lower():
                    yield CitationFault("issuer-case", name, words, "remark")
                    break

    def _form(self, citation: Citation, document: Document, *, retyped: bool) -> Iterator[CitationFault]:
        if not retyped:
            yield from _without_so(citation, document)
        if _REPEATED.search(citation.span.surface):
            yield CitationFault("repeated", "của", "của của", "remark")
        yield from odd_blanks(citation)
        full = citation.date_typed and "date" not in citation.inherited
        if full and citation.issuer_typed is None and document.type in _NORMATIVE:
            yield CitationFault("issuer-missing", self.issuer_names(document), "", "remark")

    def issuers_named(self, citation: Citation) -> frozenset[str]:
        """Bodies that a citation names in full as its issuers; a name inside a longer one does not count."""
        return self._bodies_in(citation.issuer_typed.surface) if citation.issuer_typed else frozenset()

    def _bodies_in_words(self, typed: str) -> frozenset[str]:
        """Bodies named in a text of few words. Remembered: a draft names few bodies, each many times."""
        return frozenset(body for _, _, ids in self.bodies.find(composed(typed)) for body in ids)

    def kin(self, document: Document) -> set[str]:
        """The issuers, and the bodies that answer for them: a department signs for its ministry."""
        return set(document.issuers).union(*(self._answering.get(issuer, ()) for issuer in document.issuers))

    def relatives(self, document: Document) -> set[str]:
        """The issuers, the bodies that answer for them, those above them, and those in their place since."""
        return self.kin(document) | self._above(document) | self._heirs(document)

    def _above(self, document: Document) -> set[str]:
        bodies = self._corpus.bodies
        return {parent for i in document.issuers if i in bodies and (parent := bodies[i].parent)}

    def _heirs(self, document: Document) -> set[str]:
        """``Kế hoạch … của UBND thành phố Cần Thơ``, of what the committee of Sóc Trăng issued before the merger."""
        bodies = self._corpus.bodies
        return {heir for i in document.issuers if i in bodies for heir in bodies[i].successors}

    def heir_words(self, document: Document) -> list[str]:
        """The names of the bodies in the place of the issuers."""
        return [self._corpus.bodies[i].name for i in sorted(self._heirs(document)) if i in self._corpus.bodies]

    def issuer_words(self, document: Document) -> list[str]:
        """The names of the issuers, one each."""
        return [self._corpus.bodies[i].name for i in document.issuers if i in self._corpus.bodies]

    def issuer_names(self, document: Document) -> str:
        """The issuers as an official text names them."""
        return " và ".join(self.issuer_words(document))


def odd_blanks(citation: Citation) -> Iterator[CitationFault]:
    """Blanks that no keyboard types, in the citation as its file has it."""
    if _ODD_SPACE.search(citation.core.surface):
        yield CitationFault("white-space", "", " ".join(composed(citation.core.surface).split()), "remark")


def _without_so(citation: Citation, document: Document) -> Iterator[CitationFault]:
    """A number without "số" behind a type word that is not abbreviated."""
    word, number = citation.type_typed, citation.number_typed
    if word is None or number is None or len(word.surface) <= LONGEST_ABBREVIATION:
        return
    between = citation.span.surface[word.end - citation.span.start : number.start - citation.span.start]
    if not between.strip():
        right = document.number if document.number != UNKNOWN else number.surface
        typed = " ".join(f"{word.surface} {number.surface}".split())
        yield CitationFault("word-so", f"{usual_case(word.surface)} số {right}", typed, "remark")
