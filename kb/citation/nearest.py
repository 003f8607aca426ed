"""Near misses: a document that may have been meant where no record bears the number typed."""

from __future__ import annotations

import re

from kb.citation.dates import typed_date
from kb.citation.faults import CitationComparer
from kb.citation.models import Citation, Suggestion
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document
from kb.number.document_number import DocumentNumber

LEAST_SHARE_OF_LONGER = 0.6
"""Share of the longer title that must be common where only the title speaks for a document: one programme's name
stands in the titles of many."""
MOST_SUGGESTIONS = 3
"""Suggestions for one citation."""


def nearest(corpus: Corpus, comparer: CitationComparer, citation: Citation) -> list[Suggestion]:
    """Documents that differ in one thing from what was typed, the surest first; they are likely all or none."""
    found = [near for d in corpus.documents.values() if (near := _near(comparer, citation, d))]
    return sorted(found, key=lambda near: (not near.sure, near.id))[:MOST_SUGGESTIONS]


def _near(comparer: CitationComparer, citation: Citation, document: Document) -> Suggestion | None:
    """One office issues neighbouring numbers on one day: the day alone makes a slip likely, only the title sure."""
    if citation.type_name not in (None, document.type.label):
        return None
    slip = _number_slip(citation, document)
    if _same_title(comparer, citation, document, of_longer=0.0 if slip else LEAST_SHARE_OF_LONGER):
        return Suggestion(document.id, f"{slip or 'khác số'}, cùng tên", likely=True, sure=slip is not None)
    typed = typed_date(citation)
    if slip is None or citation.title or (typed and typed != document.issued):
        return None  # another title or another day: another document
    return Suggestion(document.id, f"{slip}, cùng ngày ban hành" if typed else slip, likely=typed is not None)


def _same_title(comparer: CitationComparer, citation: Citation, document: Document, *, of_longer: float) -> bool:
    title = citation.title
    return title is not None and comparer.titles.alike(title.surface, document.title, of_longer=of_longer)


def _number_slip(citation: Citation, document: Document) -> str | None:
    """How the typed number could have become this one by a slip; None where it could not."""
    typed, right = citation.number, number_of(document)
    if typed is None or right is None:
        return None
    letters, right_letters = _letters(typed), _letters(right)
    if letters == right_letters:
        return _figure_slip(typed, right)
    if _figures(typed) == _figures(right) and one_edit(letters, right_letters):
        return "ký hiệu chỉ khác một chữ"
    return None


def _figure_slip(typed: DocumentNumber, right: DocumentNumber) -> str | None:
    """A slip in ordinal or year, not in both."""
    changed = [(a, b) for a, b in zip(_figures(typed), _figures(right), strict=True) if a != b]
    if len(changed) != 1:
        return None
    if one_edit(*changed[0]):
        return "số chỉ khác một chữ số"
    return "số chỉ khác ở chỗ có ghi năm hay không" if "" in changed[0] else None


def _letters(number: DocumentNumber) -> str:
    return re.sub(r"\W", "", number.symbol).upper()


def _figures(number: DocumentNumber) -> tuple[str, str]:
    return number.ordinal.lstrip("0"), number.year or ""


def one_edit(a: str, b: str) -> bool:
    """Whether one letter changed, added, dropped, or two neighbours swapped make `a` into `b`."""
    if a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:])
    )
