"""The laws that came after one of the library: it is a copy of a day, and a law stays in it until the next import."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from kb.language.law_names import law_words
from kb.library.article import ArticleSource
from kb.model import Document
from kb.register.describing import entry_json, entry_line, later_namesakes
from kb.register.entry import LAWS
from kb.register.layers import Layer, LayerRegister
from kb.snapshot import Snapshot


class LaterLaw(NamedTuple):
    """A law of the same name that was passed later: in a line, and as JSON in the form of ``kb show --json``."""

    line: str
    fields: dict[str, Any]


def later_laws(snapshot: Snapshot, registers: list[LayerRegister], source: ArticleSource) -> Iterator[LaterLaw]:
    """The laws of its type and name that corpus and registers know of a later day, each once."""
    numbers = set()
    for law in _later_records(snapshot, source):
        effect = snapshot.effect(law)
        numbers.add(law.number)
        said = f"kho: {law.short_name} ngày {law.issued.shown}; {effect.status.label} – {effect.reason}"
        fields = {"layer": Layer.CORPUS.value, "id": law.id, "number": law.number, "issued": str(law.issued)}
        yield LaterLaw(said, {**fields, "status": effect.status.value})
    for held, entry in later_namesakes(registers, source.type, source.title, source.issued):
        if entry.number not in numbers:
            yield LaterLaw(entry_line(held, entry, snapshot.day), entry_json(held, entry))


def _later_records(snapshot: Snapshot, source: ArticleSource) -> Iterator[Document]:
    if source.type in LAWS and source.title and source.issued:
        name = law_words(source.full_title)
        for law in snapshot.corpus.documents.values():
            is_later = law.type.label == source.type and str(law.issued) > source.issued
            if is_later and law_words(law.title) in (name, law_words(source.title)):
                yield law
