"""The short forms of everyday: ``Nghị quyết 51 của Bộ Chính trị``, ``Đề án 06``. They have no symbol and often no day.

They are asked for by a review; `find` leaves them out, for in a text of law a bare number refers back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kb.citation import context
from kb.citation.models import Citation, CitationKind
from kb.citation.named import everyday_laws
from kb.citation.patterns import BARE, NUMBERED_TYPES
from kb.citation.reading import Reading
from kb.citation.said_once import with_day_and_body
from kb.citation.symbol import usual_case

_TYPES = (NUMBERED_TYPES | {"Kết luận", "Đề án", "Kế hoạch", "Hướng dẫn", "Thông báo"}) - {"Luật", "Pháp lệnh"}
_CALLED_BY_NUMBER = frozenset({"Đề án"})
"""Types that are called by their number alone; of others the body or the day must be told, or several numbers."""
FEWEST_FIGURES = 2
_NEXT_BEFORE = re.compile(r"\d")
MOST_LISTED = 12
"""Numbers of one list."""
_NEXT = re.compile(
    r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc|cùng|&)\s+)(?:số\s+)?(?P<ordinal>\d{2,4})(?![\w/%:-])(?![.,]\d)"
)
"""One number more of a list: ``Nghị quyết 28, 42 và 44``."""
_LIST_ENDS = re.compile(r"\s*(?:[.;:)”\"]|,(?!\d)|\n|$)|\s+(?:của|về|và|để|được|đã|có|là|thì|quy|cho|với|do)(?!\w)")
"""What follows a list of numbers that counts nothing: ``Kế hoạch 20, 30 và 40 triệu`` is none."""


def short_forms(reading: Reading, found: list[Citation]) -> Iterator[Citation]:
    """Short forms where `found`, in the order of the text, has no citation with an antecedent or a number."""
    taken = [c.span for c in found if c.antecedent or c.kind is not CitationKind.BACK_REFERENCE]
    starts = [span.start for span in taken]
    for short in _all(reading):
        place = bisect_right(starts, short.span.start)
        around = taken[max(0, place - 1) : place + 1]
        if all(other.end <= short.span.start or short.span.end <= other.start for other in around):
            yield short


def _all(reading: Reading) -> Iterator[Citation]:
    for word in reading.type_words:
        yield from with_day_and_body(_numbers(reading, word))
    yield from everyday_laws(reading)


def _numbers(reading: Reading, word: re.Match[str]) -> list[Citation]:
    """The citations of a type word in capitals and bare numbers, with the day or body that makes them such."""
    text, name = reading.plain, usual_case(word.group())
    places = _places(text, word) if name in _TYPES and word.group()[0].isupper() else []
    if not places:
        return []
    issued, inherited = _issued(text, word.start(), places[-1][1])
    if not (issued.date or issued.issuer or len(places) > 1 or name in _CALLED_BY_NUMBER):
        return []
    *others, last = places
    found = [_citation(reading, word, place, context.Issued(0), ()) for place in others]
    return [*found, _citation(reading, word, last, issued, inherited)]


def _places(text: str, word: re.Match[str]) -> list[context.Place]:
    """Where the bare numbers behind a type word stand; none where the first has too few figures."""
    bare = BARE.match(text, word.end())
    if bare is None or len(bare["ordinal"]) < FEWEST_FIGURES:
        return []
    places = [bare.span("ordinal")]
    while len(places) < MOST_LISTED and (following := _NEXT.match(text, places[-1][1])):
        places.append(following.span("ordinal"))
    end = places[-1][1]
    told = _LIST_ENDS.match(text, end) or context.after(text, end, joint=False).end > end
    return places if told else places[:1]


def _citation(
    reading: Reading, word: re.Match[str], number: context.Place, issued: context.Issued, inherited: tuple[str, ...]
) -> Citation:
    first = not _NEXT_BEFORE.search(reading.plain[word.end() : number[0]])
    return Citation(
        reading.span(word.start() if first else number[0], max(number[1], issued.end)),
        CitationKind.NUMBERED,
        type_name=usual_case(word.group()),
        type_typed=reading.span(*word.span()) if first else None,
        number_typed=reading.span(*number),
        canonical=reading.plain[slice(*number)],
        date_typed=reading.span_at(issued.date),
        issuer_typed=reading.span_at(issued.issuer),
        provision=reading.span_at(context.provision_before(reading.plain, word.start())),
        inherited=inherited if first else ("type", *inherited),
    )


def _issued(text: str, start: int, end: int) -> tuple[context.Issued, tuple[str, ...]]:
    """Day and body behind the number, else those in front of its type word."""
    behind = context.after(text, end, joint=False)
    if behind.date or behind.issuer:
        return behind, ()
    before = context.issued_before(text, start)
    parts = (("date", before.date), ("issuer", before.issuer))
    return context.Issued(end, before.date, before.issuer), tuple(name for name, place in parts if place)
