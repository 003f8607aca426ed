"""A document of the register in words: each fact with its source and the day it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from kb.errors import InvalidNumber
from kb.language.dates import PartialDate
from kb.number.document_number import DocumentNumber
from kb.register.entry import LAWS, EndClause, RegisterEntry
from kb.register.entry_words import KNOWN_ALONE, EntryWords
from kb.register.facts import RegisterFact
from kb.register.layers import LayerRegister
from kb.register.sources import SourceGroup, Sources, groups_of, witness_words

_VBPL = "https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID="
Found = list[tuple[LayerRegister, RegisterEntry]]
"""Documents of registers, each with the register that holds it."""
PROVINCES = frozenset({SourceGroup.PROVINCE})
Names = Mapping[str, str]
"""Ids of bodies of the corpus and their names."""


def found_in(registers: list[LayerRegister], text: str) -> Found:
    """The documents of a typed number, with the register that holds each; none for what is no number."""
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return []
    return [(held, entry) for held in registers for entry in held.register.numbered(number)]


def beside(registers: list[LayerRegister], text: str, held: Iterable[PartialDate]) -> Found:
    """The documents of a typed number that registers hold beside those of the days `held`: numbers come back.

    What only a province's own list gives is left out: every province has its numbers.
    """
    days = tuple(held)
    found = [(layer, e) for layer, e in found_in(registers, text) if not any(_is_of(e, day) for day in days)]
    return [(layer, e) for layer, e in found if not is_of_province(layer, e)]


def later_namesakes(registers: list[LayerRegister], type_name: str, title: str, issued: str) -> Found:
    """The laws of a type and name of which registers give a later day than the ISO day `issued`."""
    if not (type_name in LAWS and title and issued):
        return []
    named = [(layer, law) for layer in registers for law in layer.register.named(title) if law.type == type_name]
    return [(layer, law) for layer, law in named if min(law.days, default="") > issued]


def is_of_province(held: LayerRegister, entry: RegisterEntry) -> bool:
    """Whether only a province's own list gives an entry."""
    return groups_of(held.register.sources, entry.issued.codes) == PROVINCES


def _is_of(entry: RegisterEntry, day: PartialDate) -> bool:
    """Whether an entry may be the document of a day that may be known to the year or month only."""
    return any(not day.is_known or issued.startswith(str(day)) for issued in entry.days)


def entries_of_ordinal(registers: Sequence[LayerRegister], ordinal: str, year: str, type_name: str) -> Found:
    """The documents that bear an ordinal of a year, of one type or, where `type_name` is empty, of every type."""
    entries = ((held, entry) for held in registers for entry in held.register.of_ordinal(ordinal, year))
    return [(held, entry) for held, entry in entries if type_name in ("", entry.type)]


def known_to(registers: list[LayerRegister], text: str) -> bool:
    """Whether a list holds the typed number, without a day."""
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return False
    return any(held.register.is_known(number) for held in registers)


def number_lines(registers: list[LayerRegister], text: str, day: date) -> list[str]:
    """A line for each document of a typed number; of one that a list holds without a day, that it is there."""
    lines = [entry_line(held, entry, day) for held, entry in found_in(registers, text)]
    return lines or ([KNOWN_ALONE] if known_to(registers, text) else [])


def describe_entry(held: LayerRegister, entry: RegisterEntry, names: Names, day: date) -> Iterator[str]:
    """Lines, the first the name of the document; what no source says is left out."""
    yield f"{entry.short_name} ({held.layer.label}, chưa biên tập)"
    yield from (f"  {said}" for said in entry_facts(held, entry, names, day))
    if entry.official:
        yield f"  Bản chính thức: {official_address(entry)}"


def entry_facts(held: LayerRegister, entry: RegisterEntry, names: Names, day: date) -> Iterator[str]:
    """A sentence for each fact, with its source and the day it was read: terminal and pages say the same."""
    sources = held.register.sources
    yield from _fact("Ngày ban hành", sources, entry.issued)
    if entry.issuer:
        yield f"Cơ quan ban hành: {names.get(entry.issuer, entry.issuer)}"
    yield from _fact("Trích yếu", sources, entry.title)
    yield from _fact("Có hiệu lực từ", sources, entry.in_force)
    words = EntryWords(held.register, day, day)
    yield from (f"{said[:1].upper()}{said[1:]}" for said in filter(None, (words.lapsed(entry), *words.notes(entry))))
    for reading in entry.parts.readings:
        clause = EndClause.parse(reading.value)
        shown = PartialDate.parse(clause.day).shown
        yield f"Một phần, từ {shown}: {clause.how} theo {clause.by} ({witness_words(sources, reading.codes)})"


def entry_line(held: LayerRegister, entry: RegisterEntry, day: date) -> str:
    """One line: name, day, whether it ended, layer and source."""
    words = EntryWords(held.register, day, day)
    lapsed = words.lapsed(entry)
    said = f"{words.named(entry)}{f'; {lapsed}' if lapsed else ''}"
    return f"{held.layer.label}: {said} (theo {words.witness(entry.issued)})"


def entry_json(held: LayerRegister, entry: RegisterEntry) -> dict[str, object]:
    """{"layer", "number", "type", "issuer", "official", and for each fact its values with their sources}."""
    facts = {name: _readings(getattr(entry, name)) for name in ("issued", "title", "in_force", "ended", "parts")}
    plain = {"number": entry.number, "type": entry.type, "issuer": entry.issuer, "official": official_address(entry)}
    return {"layer": held.layer.value, **plain, **facts}


def official_address(entry: RegisterEntry) -> str:
    """Where the official text stands; empty where that is not known."""
    return _VBPL + entry.official.removeprefix("vbpl:") if entry.official.startswith("vbpl:") else entry.official


def _readings(fact: RegisterFact) -> list[dict[str, object]]:
    return [{"value": reading.value, "sources": list(reading.codes)} for reading in fact.readings]


def _fact(label: str, sources: Sources, fact: RegisterFact) -> Iterator[str]:
    disputed = " (chưa thống nhất)" if fact.is_disputed else ""
    for reading in fact.readings:
        value = PartialDate.parse(reading.value).shown if reading.value[:4].isdigit() else reading.value
        yield f"{label}{disputed}: {value} (theo {witness_words(sources, reading.codes)})"
