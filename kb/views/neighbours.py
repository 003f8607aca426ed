"""The relations around one record, one and two steps away, as a figure and as a table."""

from __future__ import annotations

from dataclasses import dataclass

from kb.corpus.graph import Edge
from kb.figures.shapes import Drawing, draw
from kb.model import Record
from kb.views.edge_style import EDGE_STYLES, STYLE_OF_RELATION, arrows, node
from kb.views.figure_choices import FigureChoices, figure_choices
from kb.views.site_snapshot import Hyperlink, SiteSnapshot

MOST_BOXES = 28
"""In one figure: more cannot be read."""
MOST_BOXES_NEAR = 60
"""In a figure whose first step alone has more than `MOST_BOXES`: a text on which everything rests."""
FILTERED = 12
"""Boxes from which on a figure has a filter: fewer are seen at one look. (The ladder has none: its boxes stand by
rank, which laying out anew would take away, and it is as narrow as a phone.)"""


@dataclass(frozen=True)
class EdgeRow:
    """A relation in words."""

    subject: Hyperlink
    label: str
    object: Hyperlink


@dataclass(frozen=True)
class NeighboursView:
    """The relations around a record, as a figure and in words."""

    drawing: Drawing
    legend: tuple[tuple[str, str], ...]
    """(look, words) of the kinds of line there are."""
    rows: tuple[EdgeRow, ...]
    """The relations that are drawn, and every one of the record's own."""
    left_out: int
    """Records of both steps that are not drawn."""
    choices: FigureChoices | None
    """None where the figure is small."""


def neighbours_view(snapshot: SiteSnapshot, record: Record) -> NeighboursView | None:
    """None where nothing in the corpus is related to the record."""
    near = _beside(snapshot, (record.id,), {record.id})
    if not near:
        return None
    far = _beside(snapshot, near, {record.id, *near})
    room = max(MOST_BOXES, min(len(near) + 1, MOST_BOXES_NEAR))
    drawn = dict.fromkeys([record.id, *near, *far][:room])
    shown = _edges(snapshot, drawn, {record.id, *near})
    own = [e for e in _edges(snapshot, dict.fromkeys([record.id, *near]), {record.id}) if e not in shown]
    nodes = [node(snapshot, i, "kb-n-self" if i == record.id else "") for i in drawn]
    summary = f"{len(near)} ô có quan hệ trực tiếp, {len(far)} ô qua một bước nữa; ghi từng quan hệ ở dưới."
    title = f"Sơ đồ quan hệ của {snapshot.link(record.id).text}"
    drawing, looks = draw("so-do-quan-he", title, summary, nodes, arrows(shown)), legend(shown)
    return NeighboursView(
        drawing,
        looks,
        tuple(row(snapshot, edge) for edge in (*shown, *own)),
        len(near) + len(far) + 1 - len(drawn),
        figure_choices(snapshot, drawing, looks) if len(drawn) >= FILTERED else None,
    )


def legend(edges: list[Edge]) -> tuple[tuple[str, str], ...]:
    """The kinds of line among these relations."""
    looks = {STYLE_OF_RELATION[edge.kind] for edge in edges}
    return tuple((look, words) for look, (words, _) in EDGE_STYLES.items() if look in looks)


def row(snapshot: SiteSnapshot, edge: Edge) -> EdgeRow:
    """A relation in words."""
    return EdgeRow(snapshot.link(edge.subject), edge.kind.label.lower(), snapshot.link(edge.object))


def _beside(snapshot: SiteSnapshot, ids: tuple[str, ...], seen: set[str]) -> tuple[str, ...]:
    graph = snapshot.corpus.graph
    found: dict[str, None] = {}
    for i in ids:
        found.update(dict.fromkeys([e.object for e in graph.out(i)] + [e.subject for e in graph.into(i)]))
    return tuple(i for i in found if i not in seen and i in snapshot.corpus.records)


def _edges(snapshot: SiteSnapshot, ids: dict[str, None], inner: set[str]) -> list[Edge]:
    """Relations between these records that touch the record or its neighbours."""
    return [e for i in ids for e in snapshot.corpus.graph.out(i) if e.object in ids and {i, e.object} & inner]
