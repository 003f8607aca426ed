"""What a figure of relations can be filtered by: kinds of line, and types and statuses of its boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kb.figures.shapes import Drawing, Node
from kb.model import Record
from kb.views.site_snapshot import SiteSnapshot


@dataclass(frozen=True)
class Choice:
    """A value to filter by, its words and how many there are."""

    value: str
    words: str
    count: int


@dataclass(frozen=True)
class FigureChoices:
    """The filter of one figure. Boxes without a type or a status are never taken out by it."""

    looks: tuple[Choice, ...]
    types: tuple[Choice, ...]
    statuses: tuple[Choice, ...]


def figure_choices(snapshot: SiteSnapshot, drawing: Drawing, legend: tuple[tuple[str, str], ...]) -> FigureChoices:
    """What the boxes and lines of a drawing can be filtered by; the kinds of line in the order of its legend."""
    nodes = [box.node for box in drawing.boxes]
    looks = Counter(curve.arrow.look for curve in drawing.curves)
    records = [snapshot.corpus.records[node.key] for node in nodes]
    badges = [badge for badge in map(snapshot.badge, records) if badge]
    return FigureChoices(
        tuple(Choice(look, words, looks[look]) for look, words in legend),
        _choices(nodes, "type", (type_of(snapshot, record) for record in records)),
        _choices(nodes, "status", ((badge.status, badge.label) for badge in badges)),
    )


def type_of(snapshot: SiteSnapshot, record: Record) -> tuple[str, str]:
    """(value, words) that a reader filters by: the type of a document, the kind of anything else."""
    document = snapshot.corpus.documents.get(record.id)
    return (document.type.value, document.type.label) if document else (record.kind, record.kind_label)


def _choices(nodes: Iterable[Node], facet: str, words: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    counts = Counter(dict(one.facets).get(facet) for one in nodes)
    found = (Choice(value, text, counts[value]) for value, text in dict(words).items() if counts[value])
    return tuple(sorted(found, key=lambda choice: (-choice.count, choice.words)))
