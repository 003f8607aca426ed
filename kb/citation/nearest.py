"""Near misses: a document that may have been meant where no record bears the number typed."""

from __future__ import annotations

import re

from kb.citation.dates import typed_date
from kb.citation.faults import CitationComparer
from kb.citation.models import Citation, Suggestion
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document

OF_LONGER = 0.6
"""Where only the title speaks for a document: one programme's name stands in the titles of many."""
MOST = 3
"""Suggestions for one citation."""


def nearest(corpus: Corpus, judge: CitationComparer, citation: Citation) -> list[Suggestion]:
    """Documents that differ in one thing from what was typed, the likeliest first."""
    found = [near for d in corpus.documents.values() if (near := _near(judge, citation, d))]
    return sorted(found, key=lambda near: (not near.sure, not near.likely, near.id))[:MOST]


def _near(judge: CitationComparer, citation: Citation, document: Document) -> Suggestion | None:
    """One office issues neighbouring numbers on one day: the day alone makes a slip likely, only the title sure."""
    if citation.type_name not in (None, document.type.label):
        return None
    slip = _number_slip(citation, document)
    typed = typed_date(citation)
    of_longer = 0.0 if slip else OF_LONGER
    title = citation.title.surface if citation.title else ""
    same_title = bool(title) and judge.titles.alike(title, document.title, of_longer=of_longer)
    if same_title:
        return Suggestion(document.id, f"{slip or 'khác số'}, cùng tên", likely=True, sure=slip is not None)
    if slip is None or citation.title or (typed and typed != document.issued):
        return None  # another title or another day: another document
    return Suggestion(document.id, f"{slip}, cùng ngày ban hành" if typed else slip, likely=typed is not None)


def _number_slip(citation: Citation, document: Document) -> str | None:
    """How the typed number could have become this one by a slip; None where it could not."""
    typed, right = citation.number, number_of(document)
    if typed is None or right is None:
        return None
    letters, right_letters = (re.sub(r"\W", "", n.symbol).upper() for n in (typed, right))
    figures = (typed.ordinal.lstrip("0"), typed.year or "")
    right_figures = (right.ordinal.lstrip("0"), right.year or "")
    if letters == right_letters:
        changed = [(a, b) for a, b in zip(figures, right_figures, strict=True) if a != b]
        if len(changed) == 1 and one_edit(*changed[0]):
            return "số chỉ khác một chữ số"
        if len(changed) == 1 and "" in changed[0]:
            return "số chỉ khác ở chỗ có ghi năm hay không"
    elif figures == right_figures and figures[0] and one_edit(letters, right_letters):
        return "ký hiệu chỉ khác một chữ"
    return None


def one_edit(a: str, b: str) -> bool:
    """Whether one letter changed, added, dropped, or two neighbours swapped make `a` into `b`."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:])
    )
