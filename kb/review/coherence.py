"""What a draft says against itself in two of its citations: one number with two days, one title under two numbers.

Within a year an office gives a number once (Nghị định 30/2020/NĐ-CP, Phụ lục I); in another year the same number is of
another document, and every province has its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from kb.citation.dates import slip, typed_date
from kb.citation.models import Citation, CitationFault, CitationKind
from kb.language.dates import show_day
from kb.language.phrases import words_of
from kb.model import Document
from kb.number.types import STATE

FEWEST_TITLE_WORDS = 8
"""Words of a title that is taken for that of one document."""
Told = tuple[Citation, CitationFault]


def incoherences(citations: Sequence[Citation], issued: date | None) -> dict[int, list[CitationFault]]:
    """Doubts by the place where a citation begins. `issued` is the day of the draft itself, where it is known."""
    told: dict[int, list[CitationFault]] = defaultdict(list)
    numbered = [c for c in citations if c.kind is CitationKind.NUMBERED and c.number]
    for citation, fault in (*_two_days(numbered), *_two_numbers(numbered), *_ahead(numbered, issued)):
        if fault not in told[citation.span.start]:
            told[citation.span.start].append(fault)
    return told


def _two_days(citations: Iterable[Citation]) -> Iterator[Told]:
    """``Quyết định số 779/QĐ-UBND ngày 13/3/2022`` and ``… ngày 23/3/2022``."""
    for one, other in _pairs(citations, lambda c: (c.type_name, c.document_number)):
        first, second = typed_date(one), typed_date(other)
        if first is None or second is None or first == second or _other_bodies(one, other):
            continue
        dated = one.number is not None and one.number.year is not None
        if dated or first.year == second.year or slip(first, second):
            yield one, _doubt("two-days", first.shown, second.shown)
            yield other, _doubt("two-days", second.shown, first.shown)


def _two_numbers(citations: Iterable[Citation]) -> Iterator[Told]:
    """Two documents of one type, one day and one title are one document."""
    titled = [c for c in citations if len(_title(c)) >= FEWEST_TITLE_WORDS and typed_date(c)]
    for one, other in _pairs(titled, lambda c: (c.type_name, typed_date(c), _title(c))):
        if one.document_number != other.document_number and not _other_bodies(one, other):
            yield one, _doubt("two-numbers", one.document_number, other.document_number)
            yield other, _doubt("two-numbers", other.document_number, one.document_number)


def _ahead(citations: Iterable[Citation], issued: date | None) -> Iterator[Told]:
    """A document issued after the draft that cites it."""
    for citation in citations:
        day = typed_date(citation)
        if issued and day and day.first_day > issued and "date" not in citation.inherited:
            yield citation, CitationFault("day-ahead", show_day(issued), day.shown, "doubt")


def issued_after(own: date | None, document: Document) -> tuple[CitationFault, ...]:
    """That a document held was issued after the day of the draft itself, where both are known."""
    issued = document.issued
    if own is None or not issued.is_known or issued.first_day <= own:
        return ()
    return (CitationFault("day-ahead", show_day(own), issued.shown, "doubt"),)


def _pairs(citations: Iterable[Citation], key: object) -> Iterator[tuple[Citation, Citation]]:
    groups: dict[object, list[Citation]] = defaultdict(list)
    for citation in citations:
        groups[key(citation)].append(citation)  # type: ignore[operator]
    for group in groups.values():
        distinct = {(c.document_number, typed_date(c)): c for c in group}
        yield from combinations(distinct.values(), 2)


def _doubt(part: str, got: str, expected: str) -> CitationFault:
    return CitationFault(part, expected, got, "doubt", source=f"{STATE.partition(',')[0]}, Phụ lục I")


def _title(citation: Citation) -> tuple[str, ...]:
    """The words of a title; none of one that the next citation cuts off, for many go on from the same beginning."""
    typed = citation.title.surface if citation.title else ""
    return () if typed != typed.rstrip() or typed.endswith("của") else words_of(typed)


def _other_bodies(one: Citation, other: Citation) -> bool:
    """Whether both name a body, and neither name holds the other."""
    if one.issuer_typed is None or other.issuer_typed is None:
        return False
    first, second = (" ".join(words_of(c.issuer_typed.surface)) for c in (one, other) if c.issuer_typed)
    return first not in second and second not in first
