"""All relations of the corpus as one figure that can be filtered, and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kb.corpus.graph import Edge
from kb.figures.shapes import Drawing, Node, draw
from kb.figures.strips import Strip, strips
from kb.model import Document, Observance, Programme, Record
from kb.views.common import Hyperlink, SiteSnapshot
from kb.views.edge_style import arrows, node
from kb.views.neighbours import EdgeRow, legend, row

HREF = "so-do/"


@dataclass(frozen=True)
class Choice:
    """A value to filter by, its words and how many there are."""

    value: str
    words: str
    count: int


@dataclass(frozen=True)
class WholeGraphView:
    drawing: Drawing
    strips: tuple[Strip, ...]
    """The drawing as sheets of paper hold it."""
    legend: tuple[tuple[str, str], ...]
    looks: tuple[Choice, ...]
    types: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    rows: tuple[EdgeRow, ...]
    alone: tuple[Hyperlink, ...]
    """Records that the figure leaves out because nothing is related to them."""


def whole_graph_view(snapshot: SiteSnapshot) -> WholeGraphView:
    """Documents, programmes and observances with every relation between them."""
    records = [r for r in snapshot.corpus.records.values() if isinstance(r, (Document, Programme, Observance))]
    ids = {record.id for record in records}
    edges = [e for i in sorted(ids) for e in snapshot.corpus.graph.out(i) if e.object in ids and e.object != i]
    joined = {end for edge in edges for end in (edge.subject, edge.object)}
    nodes = [_node(snapshot, record) for record in records if record.id in joined]
    lines = arrows(edges)
    told = f"{len(nodes)} bản ghi, {len(lines)} mối quan hệ; ghi từng quan hệ ở dưới."
    looks = legend(edges)
    drawing = draw("toan-kho", "Sơ đồ quan hệ của toàn kho", told, nodes, lines)
    return WholeGraphView(
        drawing,
        strips(drawing),
        looks,
        tuple(Choice(look, words, sum(line.look == look for line in lines)) for look, words in looks),
        _choices(nodes, "type", [(type_of(r)) for r in records]),
        _choices(nodes, "status", [(b.status, b.label) for r in records if (b := snapshot.badge(r))]),
        tuple(row(snapshot, edge) for edge in _by_name(snapshot, edges)),
        snapshot.links(record.id for record in records if record.id not in joined),
    )


def type_of(record: Record) -> tuple[str, str]:
    """What a reader filters by: the type of a document, the kind of anything else."""
    return (record.type.value, record.type.label) if isinstance(record, Document) else (record.kind, record.kind_label)


def _node(snapshot: SiteSnapshot, record: Record) -> Node:
    badge = snapshot.badge(record)
    facets = (("type", type_of(record)[0]), *((("status", badge.status),) if badge else ()))
    return replace(node(snapshot, record.id), facets=facets)


def _choices(nodes: Iterable[Node], facet: str, words: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    values = [dict(one.facets).get(facet) for one in nodes]
    found = (Choice(value, text, values.count(value)) for value, text in dict(words).items() if value in values)
    return tuple(sorted(found, key=lambda choice: (-choice.count, choice.words)))


def _by_name(snapshot: SiteSnapshot, edges: Iterable[Edge]) -> list[Edge]:
    return sorted(edges, key=lambda edge: (snapshot.link(edge.subject).text, snapshot.link(edge.object).text))
