"""The short forms of everyday: ``Nghị quyết 51 của Bộ Chính trị``, ``Đề án 06``. They have no symbol and often no day.

They are asked for by a review; `find` leaves them out, for in a text of law a bare number refers back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kb.citation import context
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import BARE, NUMBERED_TYPES
from kb.citation.reading import Reading
from kb.citation.symbol import usual_case

_TYPES = (NUMBERED_TYPES | {"Kết luận", "Đề án", "Kế hoạch", "Hướng dẫn", "Thông báo"}) - {"Luật", "Pháp lệnh"}
_CALLED_BY_NUMBER = frozenset({"Đề án"})
"""Types that are called by their number alone; of others the body or the day must be told."""
FEWEST_FIGURES = 2


def short_forms(text: str, found: list[Citation]) -> Iterator[Citation]:
    """Short forms where `found`, in the order of the text, has no citation with an antecedent or a number."""
    reading = Reading(text)
    taken = [c.span for c in found if c.antecedent or c.kind is not CitationKind.BACK_REFERENCE]
    starts = [span.start for span in taken]
    for word in reading.type_words:
        short = _short_form(reading, word)
        if short is None:
            continue
        place = bisect_right(starts, short.span.start)
        around = taken[max(0, place - 1) : place + 1]
        if all(other.end <= short.span.start or short.span.end <= other.start for other in around):
            yield short


def _short_form(reading: Reading, word: re.Match[str]) -> Citation | None:
    """The citation of a type word in capitals and a bare number, with the day or body that makes it one."""
    bare, name = BARE.match(reading.plain, word.end()), usual_case(word.group())
    if bare is None or name not in _TYPES or not word.group()[0].isupper() or len(bare["ordinal"]) < FEWEST_FIGURES:
        return None
    issued, inherited = _issued(reading.plain, word.start(), bare.end())
    if not (issued.date or issued.issuer or name in _CALLED_BY_NUMBER):
        return None
    return Citation(
        reading.span(word.start(), issued.end),
        CitationKind.NUMBERED,
        type_name=name,
        type_typed=reading.span(*word.span()),
        number_typed=reading.span(*bare.span("ordinal")),
        canonical=bare["ordinal"],
        date_typed=reading.span_at(issued.date),
        issuer_typed=reading.span_at(issued.issuer),
        provision=reading.span_at(context.provision_before(reading.plain, word.start())),
        inherited=inherited,
    )


def _issued(text: str, start: int, end: int) -> tuple[context.Issued, tuple[str, ...]]:
    """Day and body behind the number, else those in front of its type word."""
    behind = context.after(text, end, joint=False)
    if behind.date or behind.issuer:
        return behind, ()
    before = context.issued_before(text, start)
    parts = (("date", before.date), ("issuer", before.issuer))
    return context.Issued(end, before.date, before.issuer), tuple(name for name, place in parts if place)
