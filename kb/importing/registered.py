"""A new document's file from what the register holds of it: each fact with the register's sources as its witnesses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kb.corpus.canonical import canonical
from kb.importing.identity import Known
from kb.importing.skeleton import begun
from kb.language.dates import PartialDate
from kb.model import UNKNOWN
from kb.model.vocabulary import DocumentType
from kb.register.describing import official_address
from kb.register.entry import RegisterEntry
from kb.register.facts import RegisterFact
from kb.register.layers import Layer, LayerRegister
from kb.register.sources import SourceGroup, is_weak, known_sources, witness_words

_NAMES = {Layer.REGISTER: "Sổ đăng ký của kho", Layer.PRIVATE: "Sổ riêng của cơ quan"}
"""A register as a source is named, where it does not say on which day it was read itself."""


class RegisteredDraft:
    """Drafts the file of one entry; `today` is the day on which the register is read."""

    def __init__(self, held: LayerRegister, entry: RegisterEntry, today: date) -> None:
        self._sources, self._entry, self._today = held.register.sources, entry, today
        self.layer = held.layer
        self._cited: dict[tuple[str, str], str] = {}

    def known(self, issuer: str) -> Known:
        """What `kb new` asks for; `issuer` is a body of the corpus. Raises ValueError for a type that no record has."""
        kind = next((kind for kind in DocumentType if kind.label == self._entry.type), None)
        if kind is None:
            raise ValueError(self._entry.type)
        issued = PartialDate.parse(self._entry.issued.value) if self._entry.issued.value else PartialDate.UNKNOWN
        where = witness_words(self._sources, self._entry.issued.codes)
        return Known(self._entry.number, kind, issuer, issued, self._title, where, self._today.isoformat())

    def text(self, known: Known, record_id: str) -> str:
        """The canonical text of ``documents/<id>.yaml``; what the register does not settle is ``unknown``."""
        entry, record = self._entry, begun(known, record_id)
        record.add("events", list(self._events(known)))
        witnesses = [{"facts": ["number", "issuers"], **self._read(entry.issued)}]
        if known.title != UNKNOWN:
            witnesses.append({"facts": ["title"], **self._read(entry.title)})
        record.add("witnesses", witnesses)
        record.add("sources", [self._source(key, place) for key, place in self._cited.items()])
        return canonical(record.text(), "documents")[0]

    @property
    def _title(self) -> str:
        """A title that one citing text alone gives is none yet."""
        weak = is_weak(self._sources, self._entry.title.codes)
        return UNKNOWN if weak or not self._entry.title.value else self._entry.title.value

    def _events(self, known: Known) -> Iterator[dict[str, Any]]:
        yield {"kind": "issued", "date": str(known.date), **self._read(self._entry.issued)}
        if self._entry.in_force.value:
            yield {"kind": "in_force", "date": self._entry.in_force.value, **self._read(self._entry.in_force)}

    def _read(self, fact: RegisterFact) -> dict[str, Any]:
        """How a fact is known: by the latest dated copy of each group, else by the register as it is read today."""
        latest: dict[SourceGroup, tuple[str, str]] = {}
        for source in sorted(known_sources(self._sources, fact.codes), key=lambda s: str(s.read)):
            if source.read.is_day:
                latest[source.group] = (source.name, str(source.read))
        keys = list(latest.values())
        if not keys:
            said = witness_words(self._sources, fact.codes)
            keys = [(f"{_NAMES[self.layer]} ({said})", self._today.isoformat())]
        places = [self._cited.setdefault(key, f"s{len(self._cited) + 1}") for key in keys]
        return {"sure": "confirmed" if len(places) > 1 else "read", "sources": places}

    def _source(self, key: tuple[str, str], place: str) -> dict[str, str]:
        name, checked = key
        address = official_address(self._entry)
        note = {"note": f"Bản chính thức: {address}"} if address else {}
        return {"id": place, "where": name, "checked": checked, **note}
