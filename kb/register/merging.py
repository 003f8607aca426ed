"""Joins entries to a register: facts of one document by one key, values that differ side by side.

The key is type, number and day of issue. An entry of another day is another document, unless its number bears the
year and it has the same title: then the sources disagree on the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from kb.language.phrases import words_of
from kb.register.entry import EndClause, RegisterEntry
from kb.register.facts import RegisterFact, joined

Tidied = Callable[[RegisterEntry], RegisterEntry]


class RegisterMerge:
    """The entries of a register, to which others are joined one at a time."""

    def __init__(self, entries: list[RegisterEntry], tidied: Tidied = lambda entry: entry) -> None:
        """`tidied` gives an entry as the register keeps it: what it drops is dropped again when a table comes twice."""
        self._tidied = tidied
        self._of: dict[tuple[str, str], list[RegisterEntry]] = defaultdict(list)
        for entry in entries:
            self._of[_series(entry)].append(entry)
        self.added, self.changed, self.same = 0, 0, 0

    @property
    def entries(self) -> list[RegisterEntry]:
        """All entries, in no order."""
        return [entry for held in self._of.values() for entry in held]

    def take(self, entry: RegisterEntry) -> None:
        """Add an entry, or join it to that of its key. An entry that says nothing new changes nothing."""
        held = self._of[_series(entry)]
        place = next((i for i, other in enumerate(held) if _is_one(other, entry)), None)
        if place is None:
            held.append(self._tidied(entry))
            self.added += 1
            return
        merged = self._tidied(_joined(held[place], entry))
        if merged == held[place]:
            self.same += 1
        else:
            held[place] = merged
            self.changed += 1


def _series(entry: RegisterEntry) -> tuple[str, str]:
    return entry.type, entry.parsed.match_key


def _is_one(held: RegisterEntry, new: RegisterEntry) -> bool:
    if set(held.days) & set(new.days):
        # Offices of two provinces may give one number on one day.
        return held.parsed.year is not None or not (held.issuer and new.issuer) or held.issuer == new.issuer
    if held.parsed.year is None or held.days[0][:4] != new.days[0][:4]:
        return False
    titles = [{words_of(reading.value) for reading in entry.title.readings} for entry in (held, new)]
    return bool(titles[0] & titles[1])


def _joined(held: RegisterEntry, new: RegisterEntry) -> RegisterEntry:
    return replace(
        held,
        issued=_united(held.issued, new.issued),
        issuer=held.issuer or new.issuer,
        title=_united(held.title, new.title),
        in_force=_united(held.in_force, new.in_force),
        ended=united_ends(held.ended, new.ended),
        parts=_united(held.parts, new.parts),
        official=held.official or new.official,
    )


def _united(held: RegisterFact, new: RegisterFact) -> RegisterFact:
    for reading in new.readings:
        same = next((r.value for r in held.readings if words_of(r.value) == words_of(reading.value)), reading.value)
        held = held.with_reading(same, reading.codes)
    return held


def united_ends(held: RegisterFact, new: RegisterFact) -> RegisterFact:
    """One end said with two verbs is one: the day and the document that ends it are the same."""
    for reading in new.readings:
        clause = EndClause.parse(reading.value)
        same = next((r for r in held.readings if _same_end(EndClause.parse(r.value), clause)), None)
        if same is None:
            held = held.with_reading(reading.value, reading.codes)
        elif EndClause.parse(same.value).how == EndClause.UNWORDED and clause.how != EndClause.UNWORDED:
            others = RegisterFact(tuple(r for r in held.readings if r is not same))
            held = others.with_reading(reading.value, joined(same.codes, reading.codes))
        else:
            held = held.with_reading(same.value, reading.codes)
    return held


def _same_end(one: EndClause, other: EndClause) -> bool:
    return (one.day, one.by) == (other.day, other.by)
