"""Numbers that only a slip of the pen can have put into a register: their day is not that of their place in the series.

An office gives its numbers of one year in their order. What citing texts alone say of a number, and what the numbers
around it contradict by weeks, was copied from a slip (06/2024/NĐ-CP on a day of July), and must confirm nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kb.language.phrases import words_of
from kb.number.issuers import LEGISLATURES
from kb.register.entry import RegisterEntry
from kb.register.sources import SourceGroup, Sources, citing_texts, groups_of

NEIGHBOURS = 3
"""Numbers on each side that are compared; with fewer on a side nothing is concluded from it."""
MANY = 3
"""Citing texts that agree with official sources almost always."""
TOLERANCE = timedelta(days=45)
"""How far from the days of its neighbours a number may lie: some are kept for a document that is signed later."""


def out_of_series(entries: Iterable[RegisterEntry], sources: Sources) -> list[RegisterEntry]:
    """The entries that citing texts alone know, on a day that their number cannot have.

    Of those that many texts give, for some offices keep a second series, only where another number has day and title.
    """
    known: dict[tuple[str, str], list[tuple[int, date]]] = defaultdict(list)
    cited: list[RegisterEntry] = []
    titled: Counter[tuple[object, ...]] = Counter()
    for entry in filter(_counted, entries):
        titled.update(set(_titles(entry)))
        if groups_of(sources, entry.issued.codes) <= {SourceGroup.CITING}:
            cited.append(entry)
        elif not entry.issued.is_disputed:
            known[_series(entry)].append((int(entry.parsed.ordinal), date.fromisoformat(entry.days[0])))
    for places in known.values():
        places.sort()
    found = [entry for entry in cited if not _fits(entry, known[_series(entry)])]
    return [e for e in found if citing_texts(sources, e.issued.codes) < MANY or any(titled[t] > 1 for t in _titles(e))]


def _titles(entry: RegisterEntry) -> Iterator[tuple[object, ...]]:
    """Series, day and words of each title."""
    words = (words_of(reading.value) for reading in entry.title.readings)
    return ((*_series(entry), entry.days[0], title) for title in words)


def _fits(entry: RegisterEntry, known: list[tuple[int, date]]) -> bool:
    """Whether any day of an entry can be that of its number, by the numbers around it."""
    ordinal = int(entry.parsed.ordinal)
    first = bisect_left(known, ordinal, key=lambda place: place[0])
    behind = bisect_right(known, ordinal, key=lambda place: place[0])
    lower = [day for _, day in known[max(0, first - NEIGHBOURS) : first]]
    higher = [day for _, day in known[behind : behind + NEIGHBOURS]]
    earliest = min(lower) - TOLERANCE if len(lower) == NEIGHBOURS else date.min
    latest = max(higher) + TOLERANCE if len(higher) == NEIGHBOURS else date.max
    return any(earliest <= date.fromisoformat(day) <= latest for day in entry.days)


def _counted(entry: RegisterEntry) -> bool:
    """Whether numbers of the series begin anew every year: those of the National Assembly go on for a term."""
    number = entry.parsed
    return (
        bool(number.year) and number.ordinal.isdecimal() and number.groups[0].removeprefix("UBTV") not in LEGISLATURES
    )


def _series(entry: RegisterEntry) -> tuple[str, str]:
    return entry.parsed.symbol, entry.parsed.year or ""
