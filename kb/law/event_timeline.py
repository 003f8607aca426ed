"""The events of one record, stated and inferred, as they are asked for from one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kb.corpus.checkable import checkable_events
from kb.corpus.corpus import Corpus
from kb.law.inferred import inferred_events
from kb.law.issue_year import year_in, year_of_number
from kb.model import Document, Event, Record
from kb.model.vocabulary import EventKind, Status

Answer = tuple[Status, str, Event | None]
"""A status, the Vietnamese sentence that says why, and the event that decided."""


class EventTimeline:
    """The events of one record, seen from one day: those that a reader can check, and what follows from them."""

    def __init__(self, corpus: Corpus, record: Record, day: date) -> None:
        self.documents: Mapping[str, Document] = corpus.documents
        self.record = record
        self.document = corpus.documents.get(record.id)
        """The record itself, where it is a document."""
        self.inferred = inferred_events(corpus, record)
        self.events = (*checkable_events(record), *self.inferred)
        self.day = day

    def of(self, *kinds: EventKind) -> list[Event]:
        """The dated events of these kinds, by the first day that each can be of."""
        found = [event for event in self.events if event.kind in kinds and event.date.is_known]
        return sorted(found, key=lambda event: event.date)

    def past(self, *kinds: EventKind) -> list[Event]:
        """The dated events of these kinds that may have happened by the day."""
        return [event for event in self.of(*kinds) if event.date.first_day <= self.day]

    def by(self, event: Event) -> str:
        """The document behind an event, as the end of a clause: `` bởi Nghị định 1/2020/NĐ-CP``; else empty."""
        document = self.documents.get(event.by or "")
        named = document.short_name if document else event.by_number and f"văn bản số {event.by_number}"
        return f" bởi {named}" if named else ""

    def by_was_issued(self, event: Event) -> bool:
        """Whether the text behind an undated event surely existed on the day."""
        document = self.documents.get(event.by or "")
        if document is None:
            year = year_in(event.by_number) if event.by_number else None
            return year is not None and year < self.day.year
        if document.issued.is_known:
            return document.issued.last_day <= self.day
        year = year_of_number(document)
        return year is not None and year < self.day.year
