"""Everything in a record that says how sure it is and where it was read."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.source import Path_
from kb.model import Document, Observance, Plan, Programme, Sourced, Witnessed


def witnessed_items(record: Sourced) -> Iterator[tuple[Path_, Witnessed]]:
    """Everything in a record that carries a witness of its own, with its place."""
    groups: list[tuple[str, tuple[Witnessed, ...]]] = [("witnesses", record.witnesses)]
    if isinstance(record, (Document, Programme)):
        groups.append(("events", record.events))
    if isinstance(record, Document):
        groups.append(("relations", record.relations))
    if isinstance(record, (Programme, Observance)):
        groups.append(("founding", record.founding))
    groups.append(("remarks", tuple(r for r in getattr(record, "remarks", ()) if isinstance(r, Witnessed))))
    for name, items in groups:
        for index, item in enumerate(items):
            yield (name, index), item
    if isinstance(record, Plan):
        yield ("dated",), record.dated
