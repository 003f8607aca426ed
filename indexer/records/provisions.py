"""The provisions of a document as records: articles and clauses, each with its points, found at their permalink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indexer.records.kinds import ARTICLE
from indexer.records.record import IndexRecord
from kb.law.provisions import PlacedProvision, placed
from kb.model import Document
from kb.model.vocabulary import ProvisionKind


def provision_records(document: Document, of: IndexRecord) -> Iterator[IndexRecord]:
    """A record for each provision that says something; `of` is the record of its document."""
    found: PlacedProvision | None = None
    points: list[str] = []
    for place in placed(document):
        if place.provision.kind is ProvisionKind.DIEM and found:
            points.append(f"{place.provision.number}) {place.words}")
            continue
        yield from _record(document, of, found, points)
        found, points = place, []
    yield from _record(document, of, found, points)


def _record(
    document: Document, of: IndexRecord, place: PlacedProvision | None, points: list[str]
) -> Iterator[IndexRecord]:
    if place is None or not (place.words or points):
        return
    above = [" ".join(filter(None, (part.label, part.provision.heading))) for part in place.within]
    cited = place.cited[:1].upper() + place.cited[1:]
    heading = place.provision.heading
    yield replace(
        of,
        id=f"{document.id}#{place.anchor}",
        kind=ARTICLE,
        kind_label=place.provision.kind.label,
        url=f"{of.url}#{place.anchor}",
        title=f"{cited}. {heading}" if heading else f"{cited} {document.short_name}",
        text="\n".join((*place.provision.text, *points)),
        context=" · ".join((of.title, *above)),
        hints="",
        numbers=(),
        names=(),
        type=document.type.label,
        section=cited,
    )
