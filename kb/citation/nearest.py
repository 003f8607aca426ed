"""Near misses: a document that may have been meant where no record bears the number typed.

A hint says only what is true, and a correction is offered only where number, day and title together leave one document.
A number that differs in one figure is another number: by itself it says nothing.
"""

from __future__ import annotations

from enum import Enum

from kb.citation.candidates import Candidates, number_key, scanned
from kb.citation.dates import agrees, slip, typed_date
from kb.citation.edits import one_edit
from kb.citation.identity import Identity
from kb.citation.models import Citation, Suggestion
from kb.citation.titles import Likeness
from kb.corpus.lookup import number_of
from kb.model import Document

_SAME_DAY = "cùng ngày ban hành"
_SCANNED = "chữ B ở cuối số có thể là số 8 do quét nhầm"
MOST_SUGGESTIONS = 3
"""Suggestions for one citation."""


class _Day(Enum):
    """The day typed beside that of a record."""

    NONE = "none"
    SAME = "same"
    SLIP = "slip"
    OTHER = "other"


def nearest(candidates: Candidates, identity: Identity, citation: Citation) -> list[Suggestion]:
    """Documents that differ in one thing from what was typed, the surest first."""
    found = [
        near
        for document in candidates.of(citation)
        if citation.type_name in (None, document.type.label) and (near := _near(identity, citation, document))
    ]
    return sorted(found, key=lambda near: (not near.sure, near.id))[:MOST_SUGGESTIONS]


def _near(identity: Identity, citation: Citation, document: Document) -> Suggestion | None:
    """By title, or by the day where no title is typed; another day, body or title is that of another document.

    One office issues neighbouring numbers on one day: the day alone makes a slip likely, only the title sure.
    """
    slipped, day = _number_slip(citation, document), _day(citation, document)
    if not slipped and (day is _Day.SLIP or not citation.title):
        return None
    if _excluded(identity, citation, document, day):
        return None
    likeness = identity.likeness(citation, document)
    if _titled(likeness, day, slipped):
        sure = slipped is not None and _settled(identity, citation, day)
        return Suggestion(document.id, _reason(slipped, likeness, day), likely=True, sure=sure)
    alike = likeness is Likeness.UNSETTLED and identity.may_be_titled(citation, document)
    return _untitled(document, slipped, day) if slipped and alike else None


def _untitled(document: Document, slipped: str, day: _Day) -> Suggestion | None:
    """By number and day, where titles settle nothing; without a day only a letter for the last figure is one."""
    if day is _Day.SAME:
        return Suggestion(document.id, f"{slipped}, {_SAME_DAY}", likely=True)
    return Suggestion(document.id, slipped) if slipped == _SCANNED and day is _Day.NONE else None


def _titled(likeness: Likeness, day: _Day, slipped: str | None) -> bool:
    """Whether the title speaks for the document; one with a slip only where the number alone slipped beside it."""
    return likeness is Likeness.SAME or (likeness is Likeness.ALIKE and slipped is not None and day is not _Day.SLIP)


def _excluded(identity: Identity, citation: Citation, document: Document, day: _Day) -> bool:
    """Whether day or body are those of another document."""
    return day is _Day.OTHER or identity.of_another_body(citation, document)


def _reason(slipped: str | None, likeness: Likeness, day: _Day) -> str:
    """What is the same and what is not: only what is true."""
    title = "cùng tên" if likeness is Likeness.SAME else "tên gần giống"
    return ", ".join((slipped or "khác số", title, *((_SAME_DAY,) if day is _Day.SAME else ())))


def _settled(identity: Identity, citation: Citation, day: _Day) -> bool:
    """Whether title and day leave one document: without the day the title must be one that tells documents apart."""
    return day is _Day.SAME or (day is _Day.NONE and identity.tells(citation))


def _day(citation: Citation, document: Document) -> _Day:
    typed, issued = typed_date(citation), document.issued
    if typed is None or not issued.is_known:
        return _Day.NONE
    if agrees(typed, issued):
        return _Day.SAME
    return _Day.SLIP if issued.is_day and slip(typed, issued) else _Day.OTHER


def _number_slip(citation: Citation, document: Document) -> str | None:
    """How the typed number could have become this one by a slip; None where it could not."""
    typed, right = citation.number, number_of(document)
    if typed is None or right is None:
        return None
    (letters, *figures), (right_letters, *right_figures) = number_key(typed), number_key(right)
    if letters == right_letters:
        return _figure_slip(figures, right_figures)
    if figures == right_figures and one_edit(letters, right_letters):
        return "ký hiệu chỉ khác một chữ"
    return None


def _figure_slip(typed: list[str], right: list[str]) -> str | None:
    """A slip in ordinal or year, not in both."""
    changed = [(a, b) for a, b in zip(typed, right, strict=True) if a != b]
    if len(changed) != 1:
        return None
    if scanned(changed[0][0]) == changed[0][1]:
        return _SCANNED
    if one_edit(*changed[0]):
        return "số chỉ khác một chữ số" if "".join(changed[0]).isdigit() else "số chỉ khác một chữ"
    return "số chỉ khác ở chỗ có ghi năm hay không" if "" in changed[0] else None
