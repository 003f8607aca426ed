"""What is to be heeded wherever a record is cited on a day: what it warns of, and ends that nobody could check.

An end that rests on closed sources alone decides no status (`kb.corpus.checkable`), but who cites the text must hear
of it: it may be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus.checkable import checkable_events
from kb.corpus.corpus import Corpus
from kb.law.issue_year import issue_of
from kb.model import Event, Record


def cautions(corpus: Corpus, record: Record, day: date) -> tuple[str, ...]:
    """The cautions on the day, a Vietnamese sentence or two each."""
    return (*warnings(record), *unchecked_ends(corpus, record, day))


def warnings(record: Record) -> tuple[str, ...]:
    """What the record warns of on every day."""
    return tuple(said.text for said in record.statements if said.is_warning)


def unchecked_ends(corpus: Corpus, record: Record, day: date) -> tuple[str, ...]:
    """The ends up to the day, or without one, that no reader can check, a sentence each."""
    return tuple(said for since, said in dated_unchecked_ends(corpus, record) if since <= day.isoformat())


def dated_unchecked_ends(corpus: Corpus, record: Record) -> tuple[tuple[str, str], ...]:
    """Each end that no reader can check, with the ISO day from which it is told; without a day, on every day."""
    checkable = checkable_events(record)
    ends = [event for event in record.events if event.kind.is_ending and event not in checkable]
    days = [(event.date.first_day if event.date.is_known else date.min).isoformat() for event in ends]
    return tuple(zip(days, (_sentence(corpus, event) for event in ends), strict=True))


def _sentence(corpus: Corpus, event: Event) -> str:
    """``có nguồn ghi đã bị thay thế bởi Nghị quyết 22-NQ/TW ngày 28/7/2026, chưa kiểm chứng: …``."""
    by = "".join(_by(corpus, event))
    return f"có nguồn ghi đã {event.kind.label.lower()}{by}, chưa kiểm chứng: xác minh trước khi viện dẫn"


def _by(corpus: Corpus, event: Event) -> Iterator[str]:
    act = corpus.documents.get(event.by or "")
    if act:
        yield f" bởi {act.short_name}"
        yield f" {issue_of(act).in_words}" if issue_of(act).is_known else ""
    elif event.by_number:
        yield f" bởi văn bản số {event.by_number}"
