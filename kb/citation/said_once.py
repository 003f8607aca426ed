"""What stands once behind the last number of a list: its day and its body.

The body is that of all. The day is surely that of the last number alone: official texts give it once where all are of
one day, while Nghị định 30/2020/NĐ-CP, Phụ lục I asks for the day of each. It is of all where the text says so:
``cùng ngày``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from kb.citation.models import Citation, TextSpan

_OF_ALL = re.compile(r"(?<!\w)(?:cùng|đều)(?!\w)", re.IGNORECASE)


def with_day_and_body(listed: Iterable[Citation]) -> list[Citation]:
    """The citations of one list in its order, each with what the text says once for it behind a later one."""
    found: list[Citation] = []
    later: Citation | None = None
    for citation in reversed(list(listed)):
        citation = _completed(citation, later) if later else citation
        found.append(citation)
        own_day = citation.date_typed and "date" not in citation.inherited
        later = citation if own_day or (citation.issuer_typed and later is None) else later
    return found[::-1]


def _completed(citation: Citation, later: Citation) -> Citation:
    """With the body of a later one where its own number lacks a part, and the later one's day where it has none."""
    short = citation.number is None or "number" in citation.inherited
    if short and citation.issuer_typed is None and later.issuer_typed:
        inherited = (*citation.inherited, "issuer")
        citation = replace(citation, issuer_typed=later.issuer_typed, inherited=inherited)
    day = later.date_typed
    if day is None or "date" in later.inherited or citation.date_typed or citation.date_unread or citation.year:
        return citation
    if _is_of_all(later, day):
        return replace(citation, date_typed=day, inherited=(*citation.inherited, "date"))
    return replace(citation, date_of_last=day)


def _is_of_all(later: Citation, day: TextSpan) -> bool:
    """Whether the words between the last number and its day say that it is the day of all."""
    number = later.number_typed
    between = later.span.surface[number.end - later.span.start : day.start - later.span.start] if number else ""
    return bool(_OF_ALL.search(between))
