"""What a plan's page needs to be shown as of any day: every status of what it names, as dated spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.corpus import Corpus
from kb.model import Document, Programme
from kb.spans import spans
from kb.views.basis import BasisView
from kb.views.common import Shelf, badge_of

Turn = tuple[str, str, str, str, str]
"""From this ISO day (empty: from the beginning): status, label, reason, how sure."""


@dataclass(frozen=True)
class AsOf:
    """`turns` of each record that a page shows a badge of, in the order of time."""

    turns: dict[str, tuple[Turn, ...]]
    today: str
    """The ISO day that the page itself was made for."""


@dataclass(frozen=True)
class Tally:
    """How many of the bases have one status."""

    status: str
    label: str
    count: int


def as_of(shelf: Shelf, bases: Iterable[BasisView]) -> AsOf:
    """The spans of everything among `bases` that has a status."""
    ids = dict.fromkeys(basis.now.record for basis in bases if basis.now)
    return AsOf({i: _turns(shelf.corpus, i) for i in ids}, shelf.day.isoformat())


def tallies(bases: Iterable[BasisView]) -> tuple[Tally, ...]:
    """The statuses of `bases` today, the most frequent first."""
    found: dict[tuple[str, str], int] = {}
    for basis in {b.link: b for b in bases}.values():
        if basis.now:
            key = (basis.now.status, basis.now.label)
            found[key] = found.get(key, 0) + 1
    return tuple(Tally(status, label, n) for (status, label), n in sorted(found.items(), key=lambda i: (-i[1], i[0])))


def _turns(corpus: Corpus, record_id: str) -> tuple[Turn, ...]:
    return tuple(_read(corpus, record_id))


def _read(corpus: Corpus, record_id: str) -> Iterator[Turn]:
    record = corpus.records[record_id]
    assert isinstance(record, (Document, Programme))  # nothing else has a badge
    for span in spans(corpus, record):
        badge = badge_of(record, span.effect)
        start = span.start.isoformat() if span.start else ""
        yield start, badge.status, badge.label, badge.reason, badge.sure
