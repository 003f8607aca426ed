"""Every id that a record names, and of what kind it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.corpus.source import Path_
from kb.model import Body, Document, Model, Observance, Plan, Programme, Record, Topic

Reference = tuple[Path_, str, tuple[type[Record], ...]]
_CITED: tuple[type[Record], ...] = (Document, Programme, Observance)


def kinds(classes: Iterable[type[Record]]) -> str:
    """What a reference must be, as a sentence says it: ``văn bản hoặc chương trình``."""
    return " hoặc ".join(cls.kind_label.lower() for cls in classes)


def references(record: Record) -> Iterator[Reference]:
    """Every id a record names, with its place and the kinds it may be."""
    if isinstance(record, Document):
        yield from _each("issuers", record.issuers, Body)
        yield from _relations("relations", (r.to for r in record.relations))
    if isinstance(record, (Programme, Observance)):
        yield from _relations("founding", (r.to for r in record.founding))
    if isinstance(record, (Document, Programme)):
        for index, event in enumerate(record.events):
            if event.by:
                yield ("events", index, "by"), event.by, (Document,)
    if isinstance(record, Programme):
        yield from _each("led_by", record.led_by, Body)
        if record.part_of:
            yield ("part_of",), record.part_of, (Programme, Document)
    if isinstance(record, Body):
        yield from _each("successors", record.successors, Body)
        if record.parent:
            yield ("parent",), record.parent, (Body,)
    if isinstance(record, Model):
        yield from _each("run_by", record.run_by, Body)
    if isinstance(record, (Document, Programme, Observance, Model)):
        yield from _each("topics", record.topics, Topic)
    if isinstance(record, Plan):
        yield from _plan(record)


def _plan(plan: Plan) -> Iterator[Reference]:
    yield from _each("issuers", plan.issuers, Body)
    for index, link in enumerate(plan.links):
        yield ("links", index, "to"), link.to, (Document, Programme, Observance, Body, Model)
    for number, section in enumerate(plan.sections):
        for index, target in enumerate(section.implied):
            yield ("sections", number, "implied", index), target, _CITED


def _each(field: str, ids: tuple[str, ...], cls: type[Record]) -> Iterator[Reference]:
    return (((field, index), target, (cls,)) for index, target in enumerate(ids))


def _relations(field: str, ids: Iterable[str]) -> Iterator[Reference]:
    return (((field, index, "to"), target, _CITED) for index, target in enumerate(ids))
