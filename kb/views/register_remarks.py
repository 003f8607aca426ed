"""Where the register says other than the corpus of one document: the corpus stands, and the difference is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.corpus.lookup import number_of
from kb.language.dates import PartialDate
from kb.model import Document
from kb.model.vocabulary import EventKind, Status
from kb.register.entry import RegisterEntry
from kb.register.entry_words import EntryWords
from kb.register.layers import LayerRegister
from kb.register.lookup import Register
from kb.snapshot import Snapshot


def register_remarks(snapshot: Snapshot, document: Document, registers: Sequence[LayerRegister]) -> Iterator[str]:
    """A sentence for each difference; another day of one number is another document, and no difference."""
    for held in registers:
        words = EntryWords(held.register, snapshot.day, snapshot.day)
        for entry in entries_of(held.register, document):
            yield from (f"{held.layer.label} ghi: {said}" for said in _differences(snapshot, document, entry, words))


def entries_of(register: Register, document: Document) -> Iterator[RegisterEntry]:
    """What a register holds of a document of the corpus: its number, its type, and its day where that is known."""
    number = number_of(document)
    for entry in register.numbered(number) if number else ():
        if entry.type == document.type.label and _is_one(document, entry):
            yield entry


def _is_one(document: Document, entry: RegisterEntry) -> bool:
    """Whether the day is that of the document, or the corpus does not know it and the number bears its year."""
    if document.issued.is_day:
        return str(document.issued) in entry.days
    return entry.parsed.year is not None


def _differences(snapshot: Snapshot, document: Document, entry: RegisterEntry, words: EntryWords) -> Iterator[str]:
    if not document.issued.is_known:
        yield f"ban hành ngày {entry.shown_days} (theo {words.witness(entry.issued)}); kho chưa có ngày"
    if entry.issued.is_disputed:
        yield words.disputed_days(entry)
    started = [str(event.date) for event in document.events if event.kind is EventKind.IN_FORCE and event.date.is_day]
    if started and entry.in_force.value and entry.in_force.value not in started:
        day = PartialDate.parse(entry.in_force.value).shown
        yield f"có hiệu lực từ ngày {day} (theo {words.witness(entry.in_force)})"
    lapsed = words.lapsed(entry)
    if lapsed and snapshot.effect(document).status is not Status.ENDED:
        yield f"{lapsed}; kho chưa ghi"
