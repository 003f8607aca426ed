"""What a reader can check: a statement that names no source, or at least one that can be opened.

A number in an index of a search tool is no place to look at. What rests on such sources alone is told on the page, and
decides no status.
"""

from __future__ import annotations

from kb.model import Event, Record, Witnessed
from kb.model.vocabulary import Access


def is_checkable(record: Record, said: Witnessed) -> bool:
    """Whether a reader can check what the record says."""
    closed = {source.id for source in record.sources if source.access is Access.CLOSED}
    return not said.sources or not closed.issuperset(said.sources)


def checkable_events(record: Record) -> tuple[Event, ...]:
    """The events of a record that a reader can check, in the order of its file."""
    return tuple(event for event in record.events if is_checkable(record, event))
