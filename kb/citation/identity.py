"""Whether a record that bears the number cited is the document cited, or another of the same number.

A number does not identify a document: series restart every year (Nghị định 30/2020/NĐ-CP, Phụ lục I) or every term
(Hướng dẫn 05-HD/VPTW), and every province has its own. Day, body and title do; where two of them speak against a
record, or the body that its title is about, another document is cited and no slip is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kb.citation.dates import agrees, slip, typed_date
from kb.citation.faults import CitationComparer
from kb.citation.models import Citation, CitationFault, CitationKind, Suggestion
from kb.citation.patterns import LAW_TYPES
from kb.citation.reading import without_page_headers
from kb.citation.terms import of_another_term
from kb.citation.titles import Likeness, of_other_bodies
from kb.corpus.lookup import number_of
from kb.language.fold import composed
from kb.language.law_names import abbreviates
from kb.language.phrases import words_of
from kb.model import UNKNOWN, Document
from kb.number.document_number import DocumentNumber

_LOCAL = re.compile(r"(?:^|[/-])(?:UBND|UB|HĐND|TU|HU|ĐU|MTTQ|CAT|BTV|SNV|STP|BCĐ)", re.IGNORECASE)
"""Beginnings of a group of a symbol that offices of many places bear."""
_NUMBER_WORD = re.compile(r"\s*\(?số\s*:?\s*$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?<!\w)[A-ZĐƯ]{2,}(?!\w)")
NO_NAME = frozenset({"số", "này", "của"})
"""Words that do not count in a law's name: they stand around it too."""


class Identity:
    """Compares citations with records of one corpus, by number, day, body and title."""

    def __init__(self, comparer: CitationComparer) -> None:
        self._comparer = comparer

    def likeness(self, citation: Citation, document: Document) -> Likeness:
        """What the title typed says of the document; a law bears its title between type word and number."""
        if citation.type_name in LAW_TYPES and (name := law_name(citation)):
            own = words_of(document.title.removeprefix(document.type.label))
            shared = min(len(name), len(own))
            return Likeness.SAME if name[:shared] == own[:shared] else Likeness.OTHER
        if citation.title is None or document.title == UNKNOWN:
            return Likeness.UNSETTLED
        return self._comparer.titles.likeness(citation.title.surface, document.title)

    def may_be_titled(self, citation: Citation, document: Document) -> bool:
        """Whether no title is typed, or one that is about the same as the document's."""
        typed = citation.title.surface if citation.title else ""
        return not typed or self._comparer.titles.much_in_common(typed, document.title)

    def misnamed(self, citation: Citation, document: Document) -> Iterator[CitationFault]:
        """A law's name against its number: ``Luật Trẻ em số 52/2014/QH13`` is that on marriage and family.

        An error where the two names share no word and the typed one is not abbreviated; else it may be a short form.
        """
        name = law_name(citation)
        if citation.type_name not in LAW_TYPES or not name:
            return
        if self.likeness(citation, document) is not Likeness.OTHER or set(name) <= set(words_of(document.title)):
            return
        typed = " ".join(typed_name(citation).split())
        if not typed[:1].isupper() or abbreviates(name, words_of(document.title.removeprefix(document.type.label))):
            return
        apart = not set(name) & set(words_of(document.title)) and not _ABBREVIATION.search(typed)
        yield CitationFault("law-name", document.title, typed, "error" if apart else "doubt")

    def tells(self, citation: Citation) -> bool:
        """Whether the title typed means one document by itself."""
        return citation.title is not None and self._comparer.titles.tells(citation.title.surface)

    def other(self, citation: Citation, number: DocumentNumber, document: Document) -> bool:
        """Whether a document of this number is surely not the one cited."""
        typed = typed_date(citation)
        if self._of_another_place(citation, number, document):
            return True
        if typed is not None and agrees(typed, document.issued):
            return False
        return bool(of_another_term(citation, document)) or self._told_apart(citation, number, document)

    def _told_apart(self, citation: Citation, number: DocumentNumber, document: Document) -> bool:
        """Whether title or day tell that another document is cited, where the day is not that of the record."""
        typed, issued = typed_date(citation), document.issued
        likeness = self.likeness(citation, document)
        if likeness is Likeness.OTHER:
            return typed is not None or number.year is None or self._about_another_body(citation, document)
        if typed is not None and issued.is_day and slip(typed, issued):
            return False
        return self._otherwise_numbered(citation, number, document) or (
            likeness is Likeness.UNSETTLED and self._unsettled(citation, number, document)
        )

    def _unsettled(self, citation: Citation, number: DocumentNumber, document: Document) -> bool:
        """Whether another document is cited, where the title does not tell and the day is no slip of the record's."""
        if typed_date(citation) is not None and document.issued.is_day:
            return number.year is None or citation.title is not None
        return number.year is None and self.of_another_body(citation, document)

    @staticmethod
    def _otherwise_numbered(citation: Citation, number: DocumentNumber, document: Document) -> bool:
        """Whether the day is another, and the record bears the number as a known slip only or is of another type."""
        if typed_date(citation) is None:
            return False
        own = number_of(document)
        slipped = own is not None and own.folded_key != number.folded_key
        return slipped or (citation.type_typed is not None and citation.type_name != document.type.label)

    def hint(self, citation: Citation, number: DocumentNumber, document: Document) -> Suggestion | None:
        """Why another document of this number may have been meant all the same: it was issued in the same year.

        Within a year a number is given once by an office; of another year or another body it says nothing.
        """
        typed, issued = typed_date(citation), document.issued
        if typed is None or not issued.is_day or typed.year != issued.year or self.of_another_body(citation, document):
            return None
        if self._of_another_place(citation, number, document) or self.likeness(citation, document) is Likeness.OTHER:
            return None
        return Suggestion(document.id, f"cùng số nhưng ban hành ngày {issued.shown}", likely=True)

    def of_another_body(self, citation: Citation, document: Document) -> bool:
        """Whether the body typed cannot have issued the document: it is not the issuer, nor above or below it."""
        named = self._comparer.issuers_named(citation)
        return bool(named) and not named & self._comparer.relatives(document)

    def _of_another_place(self, citation: Citation, number: DocumentNumber, document: Document) -> bool:
        """Whether an office of another place issued it: its symbol is borne in every province.

        The corpus need not know the body typed.
        """
        if citation.issuer_typed is None or not _LOCAL.search(number.symbol):
            return False
        place = place_named(citation.issuer_typed.surface)
        words = self._comparer.issuer_words(document)
        if (typed := typed_date(citation)) and agrees(typed, document.issued):
            # Of the day itself: then a body that has taken the issuer's place since is named for it.
            words += self._comparer.heir_words(document)
        names = [place_named(name) for name in words]
        return bool(place) and bool(names) and not any(place in name or name in place for name in names if name)

    @staticmethod
    def _about_another_body(citation: Citation, document: Document) -> bool:
        return citation.title is not None and of_other_bodies(citation.title.surface, document.title)


def law_name(citation: Citation) -> tuple[str, ...]:
    """The words of a law's name between its type word and its number: ``Luật Xuất bản số 30/2004/QH11``."""
    if citation.type_typed is None or citation.number_typed is None:
        return ()
    start = citation.number_typed.start
    if any(part and part.start < start for part in (citation.date_typed, citation.issuer_typed)):
        return ()  # the day or the body stands where the name would
    return tuple(word for word in words_of(typed_name(citation)) if word not in NO_NAME)


def law_cited(citation: Citation) -> str:
    """The name of a law, wherever it stands: behind the type word, or between it and the number; else empty."""
    if citation.kind is CitationKind.NUMBERED:
        return " ".join(law_name(citation))
    return citation.title.surface if citation.title else ""


def typed_name(citation: Citation) -> str:
    """What stands between type word and number."""
    if citation.type_typed is None or citation.number_typed is None:
        return ""
    start = citation.span.start
    between = citation.span.surface[citation.type_typed.end - start : citation.number_typed.start - start]
    return _NUMBER_WORD.sub("", without_page_headers(between))


_PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)\s+(.+)", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def place_named(name: str) -> str:
    """The place in the name of a local body, as names are compared; empty where none is named.

    Remembered: a draft names few bodies, each many times.
    """
    match = _PLACE.search(" ".join(composed(name).split()))
    return " ".join(words_of(match[1])) if match else ""
