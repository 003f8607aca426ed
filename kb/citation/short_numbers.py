"""Numbers cited without their symbol, looked up: ``Thông tư 01/2018 của Bộ Xây dựng``, ``Nghị quyết 51``."""

from __future__ import annotations

import re

from kb.citation.candidates import Candidates
from kb.citation.dates import agrees, typed_date
from kb.citation.faults import CitationComparer
from kb.citation.models import Citation
from kb.citation.patterns import OF_ONE_BODY
from kb.citation.terms import of_another_term
from kb.corpus.lookup import number_of
from kb.language.fold import composed
from kb.model import Document

_OF_CENTRE = re.compile(r"(?:Trung\s+ương|TW|TƯ)(?:\s+Đảng)?(?:\s*,?\s*\(?kh[oó][aá]\s+[XVI]+\)?)?", re.IGNORECASE)
_CENTRE = "/TW"
"""How the numbers of the Party's central bodies end."""


def short_numbered(candidates: Candidates, comparer: CitationComparer, citation: Citation) -> list[Document]:
    """The documents of a type and ordinal that body, year and day leave; none where none of these is typed."""
    ordinal, _, year = (citation.canonical or "").lstrip("0").partition("/")
    typed, named = typed_date(citation), comparer.issuers_named(citation)
    if not any((year, typed, named, _of_centre(citation))):
        return []
    found = _of_the_year(candidates, citation, ordinal, year)
    if named:
        found = [d for d in found if named & comparer.kin(d)]
    once = year and (named or citation.type_name in OF_ONE_BODY)  # then another day is a fault, not another document
    return found if once or typed is None else [d for d in found if agrees(typed, d.issued)]


def _of_the_year(candidates: Candidates, citation: Citation, ordinal: str, year: str) -> list[Document]:
    """The documents that bear the ordinal in the year typed, of the Party's centre where that is named."""
    of_centre = _of_centre(citation)
    bearing = (d for d in candidates.of_ordinal(citation.type_name, ordinal) if _fits_year(citation, year, d))
    found = [d for d in bearing if not of_centre or d.number.endswith(_CENTRE)]
    return [d for d in found if not of_another_term(citation, d)]


def _of_centre(citation: Citation) -> bool:
    """``Nghị quyết 28 của Trung ương``: which of the Party's central bodies is not said."""
    return citation.issuer_typed is not None and bool(_OF_CENTRE.fullmatch(composed(citation.issuer_typed.surface)))


def _fits_year(citation: Citation, year: str, document: Document) -> bool:
    """Whether the number of a document bears the year typed; one of a year needs the year or the day."""
    number = number_of(document)
    borne = (number and number.year) or ""
    return year == borne or (not year and citation.date_typed is not None)
