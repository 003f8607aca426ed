"""Layered drawings of directed graphs (Sugiyama's method), laid out by grandalf: the only module that knows it.

Ends of arrows stand left of their beginnings where no circle forbids it. Coordinates are pixels from the upper
left corner. The same graph, given in the same order, gets the same drawing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from grandalf.graphs import Edge, Vertex, graph_core
from grandalf.layouts import SugiyamaLayout
from grandalf.routing import EdgeViewer

Point = tuple[float, float]
Size = tuple[float, float]
GAP = (112.0, 14.0)
"""Between layers, and between the boxes of a layer."""
_PASSES, _SWEPT = 12, 2400
"""Sweeps that take crossings out (more change nothing in the figure of a record), and boxes swept in all: the
figure of a large corpus is read by its filter, and may not cost more than the pages it leads to."""


@dataclass(frozen=True)
class LayeredNode:
    """Centre of every box, the points of every arrow from its beginning to its end, and the size of all."""

    centres: dict[str, Point]
    routes: dict[tuple[str, str], tuple[Point, ...]]
    size: Size


class _View:
    """What grandalf asks of a vertex: height and width exchanged, for its layers run down and those here across."""

    def __init__(self, size: Size) -> None:
        self.h, self.w = size
        self.xy = (0.0, 0.0)


class _Layout(SugiyamaLayout):  # type: ignore[misc]
    """grandalf asks of each edge whether it stands in a list of conflicts, which grows with the graph."""

    conflicts: Collection[object]

    def _detect_alignment_conflicts(self) -> None:
        super()._detect_alignment_conflicts()
        self.conflicts = frozenset(self.conflicts)


def layered(sizes: Mapping[str, Size], arrows: Sequence[tuple[str, str]]) -> LayeredNode:
    """Place boxes of these sizes; the parts of a graph that hang together one below the other.

    `arrows` are pairs (from, to) of different keys of `sizes`, each once.
    """
    centres: dict[str, Point] = {}
    routes: dict[tuple[str, str], tuple[Point, ...]] = {}
    top, width = 0.0, 0.0
    for keys, own in sorted(_parts(sizes, arrows), key=lambda part: -len(part[0])):
        part = _laid_out(keys, own, sizes)
        left = min(v.view.xy[1] - v.view.h / 2 for v in part.sV)
        upper = min(v.view.xy[0] - v.view.w / 2 for v in part.sV)
        for v in part.sV:
            centres[v.data] = (v.view.xy[1] - left, v.view.xy[0] - upper + top)
        for e in part.sE:
            points = [(y - left, x - upper + top) for x, y in e.view._pts]
            routes[e.data] = _ends_outside(tuple(reversed(points)), centres, sizes, e.data)
        width = max(width, *(centres[v.data][0] + v.view.h / 2 for v in part.sV))
        top = max(centres[v.data][1] + v.view.w / 2 for v in part.sV) + 2 * GAP[1]
    return LayeredNode(centres, routes, (width, max(0.0, top - 2 * GAP[1])))


def _parts(
    keys: Mapping[str, Size], arrows: Sequence[tuple[str, str]]
) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """What hangs together, with its arrows. grandalf's own Graph finds the same, in time that grows with the square."""
    beside: dict[str, list[str]] = {key: [] for key in keys}
    for start, end in arrows:
        beside[start].append(end)
        beside[end].append(start)
    part_of: dict[str, int] = {}
    for number, key in enumerate(keys):
        waiting = [key]
        while waiting:
            current = waiting.pop()
            if current not in part_of:
                part_of[current] = number
                waiting += beside[current]
    members: dict[int, list[str]] = {}
    for key in keys:
        members.setdefault(part_of[key], []).append(key)
    own: dict[int, list[tuple[str, str]]] = {number: [] for number in members}
    for arrow in arrows:
        own[part_of[arrow[0]]].append(arrow)
    yield from ((members[number], own[number]) for number in members)


def _laid_out(keys: Sequence[str], arrows: Sequence[tuple[str, str]], sizes: Mapping[str, Size]) -> graph_core:
    vertices = {key: Vertex(key) for key in keys}
    for key, vertex in vertices.items():
        vertex.view = _View(sizes[key])
    edges = [Edge(vertices[end], vertices[start], data=(start, end)) for start, end in arrows]
    for edge in edges:
        edge.view = EdgeViewer()
    part = graph_core(list(vertices.values()), edges)
    layout = _Layout(part)
    layout.yspace, layout.xspace = GAP
    layout.route_edge = lambda edge, points: None
    layout.init_all()
    layout.draw(min(_PASSES, max(2, _SWEPT // len(keys))))
    return part


def _ends_outside(
    points: tuple[Point, ...], centres: Mapping[str, Point], sizes: Mapping[str, Size], arrow: tuple[str, str]
) -> tuple[Point, ...]:
    """An arrow leaves its box at the side that faces the way, and meets the other likewise."""
    start, end = (centres[key] for key in arrow)
    way = 1 if end[0] > start[0] else -1
    first = (start[0] + way * sizes[arrow[0]][0] / 2, start[1])
    last = (end[0] - way * sizes[arrow[1]][0] / 2, end[1])
    return first, *points[1:-1], last
