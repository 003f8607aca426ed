"""A ladder: rungs of boxes from the highest down, narrow enough for a telephone held upright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.figures.shapes import Arrow, Box, Curve, Drawing, Node, height_of, smooth
from kb.figures.words import lines

_BOX, _SIDE, _ACROSS = 160, 32, 2
"""Width of a box, pixels between boxes side by side, and how many stand so."""
_LABEL, _DOWN = 32, 24
"""Height of a rung's label, and pixels below each row."""
_LANE = 7
"""Between arrows that run beside each other."""
WIDTH = _ACROSS * _BOX + (_ACROSS - 1) * _SIDE + 4


@dataclass(frozen=True)
class Rung:
    """A step of the ladder: its label, and the boxes that stand on it."""

    label: str
    nodes: tuple[Node, ...]


def draw_ladder(key: str, title: str, summary: str, rungs: Sequence[Rung], arrows: Sequence[Arrow]) -> Drawing:
    """Rows of two boxes. An arrow to the next row runs straight there; a longer one runs between the columns."""
    boxes: dict[str, Box] = {}
    rows: dict[str, int] = {}
    notes, y, number = [], 0.0, 0
    for rung in rungs:
        notes.append((rung.label, y + 15))
        y += _LABEL
        for first in range(0, len(rung.nodes), _ACROSS):
            row = rung.nodes[first : first + _ACROSS]
            words = [lines(node.name, (_BOX - 20) // 7, 3) for node in row]
            height = max(height_of(w, node.below) for w, node in zip(words, row, strict=True))
            for column, node in enumerate(row):
                boxes[node.key] = Box(node, 2 + column * (_BOX + _SIDE), y, _BOX, height, words[column])
                rows[node.key] = number
            y += height + _DOWN
            number += 1
    curves = tuple(_curves(arrows, boxes, rows))
    return Drawing(key, title, summary, WIDTH, round(y - _DOWN + 4), tuple(boxes.values()), curves, tuple(notes))


def _curves(arrows: Sequence[Arrow], boxes: dict[str, Box], rows: dict[str, int]) -> Iterator[Curve]:
    met: dict[tuple[str, bool], int] = {}
    lane = 0
    for arrow in arrows:
        start, end = boxes[arrow.start], boxes[arrow.end]
        apart = rows[arrow.start] - rows[arrow.end]
        if apart == 0:
            yield Curve(arrow, _beside(start, end))
        elif abs(apart) == 1:
            shifts = []
            for key, above in ((arrow.start, apart > 0), (arrow.end, apart < 0)):
                met[key, above] = met.get((key, above), -1) + 1
                shifts.append(_spread(met[key, above]))
            yield Curve(arrow, _straight(start, end, apart > 0, shifts))
        else:
            yield Curve(arrow, _between(start, end, _BOX + 2 + _SIDE / 2 + _spread(lane) / 2))
            lane += 1


def _spread(place: int) -> float:
    """0, 1, -1, 2, -2 … lanes aside."""
    return 2 * _LANE * ((place + 1) // 2) * (1 if place % 2 else -1)


def _beside(start: Box, end: Box) -> str:
    way = end.x > start.x
    x, to_x = (start.x + start.width, end.x) if way else (start.x, end.x + end.width)
    return smooth([(x, start.y + start.height / 2), (to_x, end.y + end.height / 2)])


def _straight(start: Box, end: Box, up: bool, shifts: Sequence[float]) -> str:
    first = (start.x + start.width / 2 + shifts[0], start.y + (0 if up else start.height))
    last = (end.x + end.width / 2 + shifts[1], end.y + (end.height if up else 0))
    return smooth([first, last], upright=True)


def _between(start: Box, end: Box, lane: float) -> str:
    """Out of the side that faces the other column, along the lane, and in at the same kind of side."""
    (x, y), (to_x, to_y) = (
        (box.x + box.width if box.x < lane else box.x, box.y + box.height / 2) for box in (start, end)
    )
    turn = 5 if to_y > y else -5
    return (
        f"M{x:g} {y:g}H{lane + (-5 if x < lane else 5):g}Q{lane:g} {y:g} {lane:g} {y + turn:g}"
        f"V{to_y - turn:g}Q{lane:g} {to_y:g} {lane + (-5 if to_x < lane else 5):g} {to_y:g}H{to_x:g}"
    )
