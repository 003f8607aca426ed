"""What ended or changed a document of the corpus as the register tells it, by acts that the corpus does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kb.language.dates import PartialDate
from kb.model import Document
from kb.register.entry import EndClause, RegisterEntry
from kb.register.entry_words import EntryWords
from kb.register.sources import witness_words
from kb.views.register_remarks import entries_of
from kb.views.registered import address, heading, peers, registered
from kb.views.site_snapshot import Hyperlink, SiteSnapshot


@dataclass(frozen=True)
class RegisterAct:
    """An act: a link to its page, and what the register says of it, with the source."""

    link: Hyperlink
    said: str
    how: str
    entry: RegisterEntry


def acts_on(snapshot: SiteSnapshot, document: Document) -> Iterator[RegisterAct]:
    """The acts on a document; an end only as it counts for `kb review`."""
    words = EntryWords(snapshot.register, snapshot.day, snapshot.day)
    for entry in entries_of(snapshot.register, document):
        ended = entry.ended.readings if words.lapsed(entry) else ()
        for reading in (*ended, *entry.parts.readings):
            clause = EndClause.parse(reading.value)
            act = registered(snapshot, clause.by, PartialDate.UNKNOWN, peers(document))
            if act:
                witness = witness_words(words.sources, reading.codes)
                said = f"{clause.how} từ ngày {PartialDate.parse(clause.day).shown} (theo {witness})"
                name = f"{heading(snapshot, act)} ngày {act.shown_days}"
                yield RegisterAct(Hyperlink(name, address(act)), said, clause.how, act)
