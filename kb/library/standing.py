"""What corpus and registers say of the document of an article on a day: whether it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from kb.corpus.lookup import ids_bearing
from kb.errors import InvalidNumber
from kb.language.dates import show_day
from kb.library.article import ArticleSource
from kb.model import Document
from kb.number.document_number import DocumentNumber
from kb.register.entry import RegisterEntry
from kb.register.entry_words import EntryWords
from kb.register.layers import Layer, LayerRegister
from kb.snapshot import Snapshot


class SourceStanding(NamedTuple):
    """A sentence of one layer about a document on a day."""

    layer: Layer
    said: str


def standings(snapshot: Snapshot, registers: list[LayerRegister], source: ArticleSource) -> list[SourceStanding]:
    """What is said of a document: by the corpus, and only where it does not hold it by the registers."""
    found = [
        SourceStanding(Layer.CORPUS, f"{effect.status.label} – {effect.reason}")
        for document in _records(snapshot, source)
        if (effect := snapshot.effect(document))
    ]
    return found or [*_registered(snapshot, registers, source)]


def standing_lines(snapshot: Snapshot, found: list[SourceStanding]) -> Iterator[str]:
    """``Tình trạng ngày 30/11/2026 (theo kho): Hết hiệu lực – …``."""
    for standing in found:
        yield f"Tình trạng ngày {show_day(snapshot.day)} (theo {standing.layer.label}): {standing.said}"


def _records(snapshot: Snapshot, source: ArticleSource) -> Iterator[Document]:
    with suppress(InvalidNumber):
        for id_ in ids_bearing(snapshot.corpus, DocumentNumber.parse(source.number)):
            document = snapshot.corpus.documents[id_]
            if not (source.issued and document.issued.is_day) or str(document.issued) == source.issued:
                yield document


def _registered(snapshot: Snapshot, registers: list[LayerRegister], source: ArticleSource) -> Iterator[SourceStanding]:
    for held, entry in _entries(registers, source):
        words = EntryWords(held.register, snapshot.day, snapshot.day)
        said = [*filter(None, (words.lapsed(entry), *words.notes(entry)))]
        if said:
            yield SourceStanding(held.layer, "; ".join(said))


def _entries(registers: list[LayerRegister], source: ArticleSource) -> Iterator[tuple[LayerRegister, RegisterEntry]]:
    for held in registers:
        found: list[RegisterEntry] = []
        with suppress(InvalidNumber):
            found = held.register.numbered(DocumentNumber.parse(source.number))
        yield from ((held, entry) for entry in found if not source.issued or source.issued in entry.days)
