"""What a reader can check: a statement that names no source, or at least one that can be opened.

A number in an index of a search tool is no place to look at. What rests on such sources alone is told on the page, and
decides no status.
"""

from __future__ import annotations

from kb.model import Document, Event, Record, Witnessed
from kb.model.vocabulary import Access, Sureness


def is_checkable(record: Record, said: Witnessed) -> bool:
    """Whether a reader can check what the record says."""
    return _can_be_opened(_closed(record), said)


def checkable_events(record: Record) -> tuple[Event, ...]:
    """The events of a record that a reader can check, in the order of its file."""
    closed = _closed(record)
    return tuple(event for event in record.events if _can_be_opened(closed, event)) if closed else record.events


def _closed(record: Record) -> set[str]:
    """The sources of a record that nobody can open."""
    return {source.id for source in record.sources if source.access is Access.CLOSED}


def _can_be_opened(closed: set[str], said: Witnessed) -> bool:
    return not said.sources or not closed.issuperset(said.sources)


def is_inferred(record: Record, fact: str) -> bool:
    """Whether a field of a record was only concluded from other facts, and read in no copy of the text."""
    return any(fact in witness.facts and witness.sure is Sureness.INFERRED for witness in record.witnesses)


def is_abridged(document: Document) -> bool:
    """Whether the corpus holds only a part of the title, with ``…`` for the rest."""
    return "…" in document.title
