"""All relations of the corpus as one figure that can be filtered, and on a page of their own in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kb.corpus.graph import Edge
from kb.figures.shapes import Drawing, Node, draw
from kb.figures.strips import Strip, strips
from kb.model import Record
from kb.model.record import RELATED
from kb.views.edge_style import arrows, node
from kb.views.figure_choices import FigureChoices, figure_choices, type_of
from kb.views.neighbours import legend
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

HREF = "so-do/"
WORDS = f"{HREF}bang-loi/"
"""The same relations in words."""
NAMED = 4
"""Boxes whose names are offered: as many rows on a phone."""


@dataclass(frozen=True)
class SubjectEdges:
    """A record once, and its relations: the words and the other record of each."""

    subject: Hyperlink
    edges: tuple[tuple[str, Hyperlink], ...]


@dataclass(frozen=True)
class WholeGraphView:
    """The relations of the corpus as a figure with its filters."""

    drawing: Drawing
    strips: tuple[Strip, ...]
    """The drawing as sheets of paper hold it."""
    legend: tuple[tuple[str, str], ...]
    choices: FigureChoices
    named: tuple[str, ...]
    """The names of the boxes that most lines meet: where a reader with a small screen begins."""
    relations: int
    """How many there are; a line of the figure may stand for several."""
    words: str = WORDS


@dataclass(frozen=True)
class WholeGraphWords:
    """The relations of the corpus in words."""

    subjects: tuple[SubjectEdges, ...]
    relations: int
    """How many the subjects have in all."""
    alone: tuple[Hyperlink, ...]
    """Records that the figure leaves out because nothing is related to them."""
    figure: str = HREF


def whole_graph_view(snapshot: SiteSnapshot) -> WholeGraphView:
    """Documents, programmes and observances with every relation between them."""
    records, edges = _related(snapshot), _edges(snapshot)
    joined = _ends(edges)
    nodes = [_node(snapshot, record) for record in records if record.id in joined]
    lines, looks = arrows(edges), legend(edges)
    summary = f"{len(nodes)} ô, {len(lines)} mối quan hệ; từng quan hệ ghi ở trang bằng lời."
    drawing = draw("toan-kho", "Sơ đồ quan hệ của toàn kho", summary, nodes, lines)
    choices = figure_choices(snapshot, drawing, looks)
    return WholeGraphView(drawing, strips(drawing), looks, choices, _most_joined(drawing), len(edges))


def whole_graph_words(snapshot: SiteSnapshot) -> WholeGraphWords:
    """The same relations by the records they go out from, and the records that have none."""
    edges = _edges(snapshot)
    joined = _ends(edges)
    left_out = (record.id for record in _related(snapshot) if record.id not in joined)
    return WholeGraphWords(tuple(_by_subject(snapshot, edges)), len(edges), snapshot.links(left_out))


def _related(snapshot: SiteSnapshot) -> list[Record]:
    return [record for record in snapshot.corpus.records.values() if record.record_kind in RELATED]


def _edges(snapshot: SiteSnapshot) -> list[Edge]:
    """Every relation between two records of these kinds, by its subject."""
    ids = {record.id for record in _related(snapshot)}
    found = (edge for i in sorted(ids) for edge in snapshot.corpus.graph.out(i))
    return [edge for edge in found if edge.object in ids and edge.object != edge.subject]


def _ends(edges: Iterable[Edge]) -> set[str]:
    return {end for edge in edges for end in (edge.subject, edge.object)}


def _node(snapshot: SiteSnapshot, record: Record) -> Node:
    drawn = node(snapshot, record.id)
    return replace(drawn, facets=(("type", type_of(snapshot, record)[0]), *drawn.facets))


def _most_joined(drawing: Drawing) -> tuple[str, ...]:
    ends = Counter(end for curve in drawing.curves for end in (curve.arrow.start, curve.arrow.end))
    boxes = sorted(drawing.boxes, key=lambda box: -ends[box.node.key])
    return tuple(box.node.name for box in boxes[:NAMED])


def _by_subject(snapshot: SiteSnapshot, edges: Iterable[Edge]) -> Iterator[SubjectEdges]:
    """Records and their relations by name: a record of many relations is written once."""
    texts = {end: snapshot.link(end).text for edge in edges for end in (edge.subject, edge.object)}
    ordered = sorted(edges, key=lambda edge: (texts[edge.subject], edge.subject, texts[edge.object]))
    for subject, own in groupby(ordered, lambda edge: edge.subject):
        others = ((edge.kind.label.lower(), snapshot.link(edge.object)) for edge in own)
        yield SubjectEdges(snapshot.link(subject), tuple(others))
