"""Citations to records, and what is wrong in the way each is cited.

Not resolved is a value, never an exception: where one document cannot be told from another, all candidates are
given and none is linked; where none fits, near misses are offered with the reason ("có phải …?").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kb.citation.candidates import Candidates
from kb.citation.dates import agrees, part_agrees, slip, typed_date, typed_part
from kb.citation.faults import CitationComparer
from kb.citation.identity import Identity
from kb.citation.law_days import law_day, mistaken_for, neighbouring_year
from kb.citation.models import Citation, CitationFault, CitationKind, Resolution, Suggestion
from kb.citation.nearest import nearest
from kb.citation.patterns import LAW_TYPES
from kb.citation.short_numbers import short_numbered
from kb.citation.titles import Likeness
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import ids_bearing, number_of
from kb.language.law_names import law_words
from kb.language.phrases import words_of
from kb.model import Document
from kb.model.vocabulary import RelationKind
from kb.number.document_number import DocumentNumber

_CODES = {"Luật", "Bộ luật"}


class Resolver:
    """Looks citations up in one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.comparer = CitationComparer(corpus)
        self._identity = Identity(self.comparer)
        self._candidates = Candidates(corpus.documents.values())

    def resolve(self, citation: Citation) -> Resolution:
        """The record that a citation means, by number and date, by name, or by what it refers back to."""
        if citation.kind is CitationKind.BACK_REFERENCE:
            target = self.resolve(citation.antecedent) if citation.antecedent else None
            return Resolution(citation, target.candidates if target else ())
        if citation.kind is CitationKind.NAMED:
            return self._named(citation)
        if citation.kind is CitationKind.NUMBERED:
            return self._numbered(citation, citation.number) if citation.number else self._partial(citation)
        return Resolution(citation, ())

    def _numbered(self, citation: Citation, number: DocumentNumber) -> Resolution:
        """Of the documents of this number that which is not surely another; else what may have been meant."""
        bearing = [self.corpus.documents[i] for i in ids_bearing(self.corpus, number)]
        documents = [d for d in bearing if not self._identity.other(citation, number, d)]
        if len(documents) > 1:
            documents = [] if _of_no_record(citation, documents) else self._narrowed(citation, documents)
        if len(documents) == 1:
            return self._found(citation, documents[0])
        if documents:
            return Resolution(citation, tuple(d.id for d in documents))
        hint = self._identity.hint(citation, number, bearing[0]) if len(bearing) == 1 else None
        return self._missed(citation, [hint] if hint else nearest(self._candidates, self._identity, citation))

    def resolved_to(self, citation: Citation, target: str) -> Resolution:
        """A citation that is known to mean a record, with what is wrong in the way it is typed."""
        document = self.corpus.documents.get(target)
        return self._found(citation, document) if document else Resolution(citation, (target,))

    def titled(self, citation: Citation, document: Document) -> bool:
        """Whether the title typed is that of the document."""
        return self._identity.likeness(citation, document) in (Likeness.SAME, Likeness.ALIKE)

    def _found(self, citation: Citation, document: Document) -> Resolution:
        misnamed = self._identity.misnamed(citation, document)
        return Resolution(citation, (document.id,), (*misnamed, *self.comparer.faults(citation, document)))

    def _missed(self, citation: Citation, suggestions: list[Suggestion]) -> Resolution:
        """No document of this number: the only one that was surely meant, or all near misses."""
        sure = [near for near in suggestions if near.sure]
        if len(sure) == 1:
            return self._found(citation, self.corpus.documents[sure[0].id])
        return Resolution(citation, (), suggestions=tuple(suggestions))

    def _narrowed(self, citation: Citation, documents: list[Document]) -> list[Document]:
        """Those that the typed date fits, then the title, then the body; all of them where none of these decides."""
        named = self.comparer.issuers_named(citation)
        for fits in (
            [d for d in documents if _fits_date(citation, d)],
            [d for d in documents if self.titled(citation, d)],
            [d for d in documents if named & self.comparer.kin(d)],
        ):
            if fits:
                documents = fits
            if len(documents) == 1:
                break
        return documents

    def _partial(self, citation: Citation) -> Resolution:
        """``Thông tư 01/2018 của Bộ Xây dựng``, ``Nghị quyết 51``: what ordinal, type, body, year and day leave."""
        found = short_numbered(self._candidates, self.comparer, citation)
        if len(found) == 1:
            return self._found(citation, found[0])
        return Resolution(citation, tuple(document.id for document in found))

    def _named(self, citation: Citation) -> Resolution:
        """A law by its name, and by its year where one is typed; those of other years are near misses."""
        if citation.candidates or citation.title is None or citation.type_name not in LAW_TYPES:
            return Resolution(citation, citation.candidates, tuple(self._misnamed(citation)))
        documents = self._bearing(citation, citation.title.surface)
        fitting = [d for d in documents if _may_be_passed(citation, d)]
        if not fitting:
            return _of_no_such_day(citation, documents)
        faults = tuple(self.comparer.date(citation, fitting[0])) if len(fitting) == 1 else ()
        return Resolution(citation, tuple(d.id for d in fitting), faults)

    def _bearing(self, citation: Citation, name: str) -> list[Document]:
        """The laws of a name that are of the type typed; a code may be called a law."""
        laws = (self.corpus.documents[i] for i in self._laws.get(law_words(name), ()))
        typed = citation.type_name
        return [law for law in laws if typed == law.type.label or {typed, law.type.label} == _CODES]

    def _misnamed(self, citation: Citation) -> Iterator[CitationFault]:
        """The wrong name of the only record that a name in passing can mean."""
        records = [self.corpus.records[i] for i in citation.candidates if i in self.corpus.records]
        typed = words_of(citation.span.surface)
        if len(records) == 1 and any(words_of(wrong) == typed for wrong in records[0].misspelt_names):
            yield CitationFault("name", records[0].name_text, " ".join(citation.span.surface.split()))

    @cached_property
    def _laws(self) -> dict[tuple[str, ...], list[str]]:
        """Words of a law's name (`kb.language.law_names`), without the type word -> ids."""
        laws: dict[tuple[str, ...], list[str]] = {}
        for document in self.corpus.documents.values():
            if document.type.label in LAW_TYPES:
                words = law_words(document.title)
                type_words = words_of(document.type.label)
                own = words[len(type_words) :] if words[: len(type_words)] == type_words else words
                laws.setdefault(own, []).append(document.id)
        return laws


def _fits_date(citation: Citation, document: Document) -> bool:
    """Whether a document is of the day typed, or of the year or month that stands in the place of a day."""
    typed, part, issued = typed_date(citation), typed_part(citation), document.issued
    if typed is not None:
        return agrees(typed, issued)
    return part is not None and issued.is_known and part_agrees(part, issued)


def _of_no_record(citation: Citation, documents: list[Document]) -> bool:
    """Whether the year typed is that of a document of the number known without a record, and of no other."""
    part = None if typed_date(citation) else typed_part(citation)
    if part is None or any(_fits_date(citation, document) for document in documents):
        return False
    told = (r.to_issued for d in documents for r in d.numbered_relations if r.kind is RelationKind.TRUNG_SO)
    return any(issued.is_known and part_agrees(part, issued) for issued in told)


def _of_no_such_day(citation: Citation, laws: list[Document]) -> Resolution:
    """None of the laws of this name was passed then: the one surely mistaken, else those that may have been meant."""
    near = [law for law in laws if mistaken_for(citation, law)]
    if len(near) == 1:
        return Resolution(citation, (near[0].id,), (law_day(citation, near[0]),))
    hints = (neighbouring_year(citation, law) for law in laws)
    return Resolution(citation, (), suggestions=tuple(filter(None, hints)))


def _year_typed(citation: Citation) -> str | None:
    """The year that a citation gives, alone or in its date."""
    typed = typed_date(citation)
    return str(citation.year) if citation.year else typed.year if typed else None


def _may_be_passed(citation: Citation, document: Document) -> bool:
    """Whether a law may be that of the day or year typed; two laws of one name may be passed within one year."""
    if _year_typed(citation) not in (None, *_years(document)):
        return False
    typed, issued = typed_date(citation), document.issued
    return typed is None or not issued.is_day or typed == issued or slip(typed, issued)


def _years(document: Document) -> set[str]:
    """The years by which a law may be cited: that of its issue and that in its number."""
    number = number_of(document)
    return {document.issued.year, (number and number.year) or document.issued.year}
