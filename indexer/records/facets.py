"""The facets of a record as keys of the lexicon (`indexer.query.facets` says what they look like)."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.analysis import SEPARATOR
from indexer.query.facets import plain
from indexer.records.kinds import LABELS
from indexer.records.record import IndexRecord


def facet_keys(record: IndexRecord) -> Iterator[str]:
    """The lexicon keys of a record's facets."""
    yield from _key("kind", record.kind, LABELS[record.kind])
    if record.type:
        yield from _key("type", record.type, record.kind_label if record.kind == "document" else record.type)
    for label in record.issuers:
        yield f"={_value('issuer', label)}{SEPARATOR}{label}"
    for alias in record.issuer_aliases:
        yield f"~{_value('issuer', alias)}{SEPARATOR}"
    if record.year:
        yield from _key("year", record.year, record.year)
    if record.status:
        yield from _key("status", record.status, record.status_label)
    for label in record.topics:
        yield f"={_value('topic', label)}{SEPARATOR}{label}"


def _key(name: str, identity: str, label: str) -> Iterator[str]:
    """The label is what is counted; the identity finds it too."""
    yield f"={_value(name, label)}{SEPARATOR}{label}"
    if _value(name, identity) != _value(name, label):
        yield f"~{_value(name, identity)}{SEPARATOR}"


def _value(name: str, text: str) -> str:
    return f"{name}:{plain(text)}"
