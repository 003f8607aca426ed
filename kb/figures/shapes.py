"""The parts of a drawing, in pixels from its upper left corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kb.figures.layered import Point, layered
from kb.figures.words import lines

LINE = 15
"""From one line of a box to the next."""
EDGE = 6.0
"""Left free around a drawing."""
PORTS = 15.0
"""Between arrows that meet the same side of a box, where there is room."""


@dataclass(frozen=True)
class Node:
    """What a box says: its name, a line below it, where it leads, and a word for its look."""

    key: str
    name: str
    below: str
    href: str
    look: str = ""
    about: str = ""
    """What it is about, for the pointer and for those who hear the page."""
    facets: tuple[tuple[str, str], ...] = ()
    """(facet, value) by which it is drawn and filtered."""


@dataclass(frozen=True)
class Arrow:
    """From one node to another; `look` is the kind of line, `label` the word on it."""

    start: str
    end: str
    label: str
    look: str


@dataclass(frozen=True)
class Box:
    """A node placed: its upper left corner and size in pixels, its name broken into lines."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    words: tuple[str, ...]

    @property
    def hint(self) -> str:
        """What the box itself has no room for: its name where that was cut, and what it is about."""
        name = self.node.name
        return ". ".join(filter(None, ("" if " ".join(self.words) == name else name, self.node.about)))


@dataclass(frozen=True)
class Curve:
    """An arrow placed, with the place of its label."""

    arrow: Arrow
    path: str
    """The `d` of an SVG path."""
    at: Point = (0.0, 0.0)
    anchor: str = "middle"
    """Where its label stands, and which part of the label stands there."""


@dataclass(frozen=True)
class Drawing:
    """`key` makes the ids of its parts; `title` and `summary` say in words what it shows."""

    key: str
    title: str
    summary: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    notes: tuple[tuple[str, float], ...] = ()
    """(words, y) of lines of text at the left edge."""

    @property
    def places(self) -> dict[str, int]:
        """Key of a node -> where its box stands among the boxes."""
        return {box.node.key: place for place, box in enumerate(self.boxes)}


def height_of(words: Sequence[str], below: str) -> int:
    """The height of a box with these lines."""
    return 16 + LINE * (len(words) + bool(below))


def draw(
    key: str, title: str, summary: str, nodes: Sequence[Node], arrows: Sequence[Arrow], width: int = 172
) -> Drawing:
    """A layered drawing, with the label of each arrow at the end that fewer arrows share."""
    words = {node.key: lines(node.name, (width - 20) // 7, 2) for node in nodes}
    sizes = {node.key: (float(width), float(height_of(words[node.key], node.below))) for node in nodes}
    placed = layered(sizes, [(arrow.start, arrow.end) for arrow in arrows])
    boxes = []
    for node in nodes:
        (x, y), (w, h) = placed.centres[node.key], sizes[node.key]
        boxes.append(Box(node, round(x - w / 2 + EDGE), round(y - h / 2 + EDGE), w, h, words[node.key]))
    curves = tuple(_curves(arrows, placed.routes, {box.node.key: box for box in boxes}))
    across, down = (round(side + 2 * EDGE) for side in placed.size)
    return Drawing(key, title, summary, across, down, tuple(boxes), curves)


def _curves(
    arrows: Sequence[Arrow], routes: Mapping[tuple[str, str], Sequence[Point]], boxes: Mapping[str, Box]
) -> Iterator[Curve]:
    """Arrows that meet the same side of a box stand one below the other there, in the order of their other ends."""
    meeting: dict[tuple[str, bool], list[tuple[float, int, int]]] = {}
    points = [[(round(x + EDGE), round(y + EDGE)) for x, y in routes[a.start, a.end]] for a in arrows]
    for number, arrow in enumerate(arrows):
        route = points[number]
        for key, index, other in ((arrow.start, 0, route[1]), (arrow.end, -1, route[-2])):
            meeting.setdefault((key, route[index][0] > boxes[key].x), []).append((other[1], number, index))
    for (key, _), ends in meeting.items():
        apart = min(PORTS, (boxes[key].height - 8) / len(ends))
        for place, (_, number, index) in enumerate(sorted(ends)):
            x, y = points[number][index]
            points[number][index] = (x, round(y + (place - (len(ends) - 1) / 2) * apart))
    shared = {(number, index): len(ends) for ends in meeting.values() for _, number, index in ends}
    for number, arrow in enumerate(arrows):
        quiet = 0 if shared[number, 0] <= shared[number, -1] else -1
        yield Curve(arrow, smooth(points[number]), *_label(points[number], quiet))


def smooth(points: Sequence[Point], upright: bool = False) -> str:
    """A path through the points that leaves each in the direction of the layers, in steps: a page holds hundreds."""
    path = f"M{_numbers(*points[0])}"
    for (x, y), (to_x, to_y) in pairwise(points):
        across, down = to_x - x, to_y - y
        if upright:
            half = round((y + to_y) / 2) - y
            path += f"c{_numbers(0, half, across, half, across, down)}" if across else f"v{down:g}"
        else:
            half = round((x + to_x) / 2) - x
            path += f"c{_numbers(half, 0, half, down, across, down)}" if down else f"h{across:g}"
    return path


def _numbers(*numbers: float) -> str:
    """As SVG reads them: a minus parts two numbers by itself."""
    return " ".join(f"{number:g}" for number in numbers).replace(" -", "-")


def _label(route: Sequence[Point], quiet: int) -> tuple[Point, str]:
    """Where the label begins or ends: right beside the box at the quiet end, behind the head of the arrow."""
    (x, y), (to_x, _) = (route[0], route[1]) if quiet == 0 else (route[-1], route[-2])
    away = 6 if quiet == 0 else 13
    return ((x + away, y), "start") if to_x > x else ((x - away, y), "end")
