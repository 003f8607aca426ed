"""What a plan's page needs to be shown as of any day: every status of what it names, as dated spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kb.model import Plan
from kb.model.vocabulary import Status
from kb.views.site_snapshot import Badge, SiteSnapshot, badge_of

WEAK = tuple(status.value for status in Status if status.is_weak_basis)
"""Statuses whose texts are not taken along when bases are copied."""
Turn = tuple[str, str, str, str, str]
"""From this ISO day (empty: from the beginning): status, label, reason, how sure."""


@dataclass(frozen=True)
class AsOf:
    """`turns` of each record that a page shows a badge of, in the order of time."""

    turns: dict[str, tuple[Turn, ...]]
    today: str
    """The ISO day that the page itself was made for."""
    planned: str
    """The earliest ISO day that the plan can be of."""


@dataclass(frozen=True)
class Tally:
    """How many of the bases have one status."""

    status: str
    label: str
    count: int


def as_of(snapshot: SiteSnapshot, plan: Plan, badges: Iterable[Badge | None]) -> AsOf:
    """The spans of everything that one of these badges is of."""
    ids = dict.fromkeys(badge.record for badge in badges if badge)
    turns = turns_of(snapshot, ids)
    return AsOf(turns, snapshot.day.isoformat(), plan.dated.earliest.first_day.isoformat())


def turns_of(snapshot: SiteSnapshot, ids: Iterable[str]) -> dict[str, tuple[Turn, ...]]:
    """The spans of each of these records."""
    return {i: tuple(_turns(snapshot, i)) for i in ids}


def packed(turns: Mapping[str, Sequence[Sequence[str]]]) -> dict[str, Any]:
    """The spans with each text once: `texts`, and of each record its `spans` as places in them."""
    places: dict[str, int] = {}
    spans = {i: [[places.setdefault(text, len(places)) for text in span] for span in own] for i, own in turns.items()}
    return {"texts": list(places), "spans": spans}


def brief(turns: Iterable[Sequence[str]]) -> list[tuple[str, str, str]]:
    """From when, status and label: without the reasons, and a span that goes on with the same status only once."""
    found: list[tuple[str, str, str]] = []
    for start, status, label, *_ in turns:
        if not found or found[-1][1:] != (status, label):
            found.append((start, status, label))
    return found


def tallies(badges: Iterable[Badge | None]) -> tuple[Tally, ...]:
    """How many records have each status, the most frequent first; a record with several badges counts once."""
    found: dict[tuple[str, str], int] = {}
    for badge in {badge.record: badge for badge in badges if badge}.values():
        key = (badge.status, badge.label)
        found[key] = found.get(key, 0) + 1
    return tuple(Tally(status, label, n) for (status, label), n in sorted(found.items(), key=lambda i: (-i[1], i[0])))


def _turns(snapshot: SiteSnapshot, record_id: str) -> Iterator[Turn]:
    record = snapshot.corpus.records[record_id]
    for span in snapshot.periods(record):
        badge = badge_of(record, span.effect)
        start = span.start.isoformat() if span.start else ""
        yield start, badge.status, badge.label, badge.reason, badge.sure
