"""A tall drawing cut into sheets: each as wide as the drawing, none through a box."""

from __future__ import annotations

from typing import NamedTuple

from kb.figures.shapes import Drawing

CLEAR = 3.0
"""Left between a cut and the box below it, for the box's line."""
SHEET = 172 / 261
"""Height to width of what an A4 sheet on its side holds, millimetres (`@page so-do`, site/docs/assets/figures.css)."""
SPARE = 0.04
"""The part of a sheet that is left free, so that rounding never makes a strip too tall for it."""


class Strip(NamedTuple):
    """The part of a drawing on one sheet, in its own pixels."""

    top: float
    height: float


def strips(drawing: Drawing) -> tuple[Strip, ...]:
    """The sheets of a drawing from its top. A box taller than a sheet is cut all the same."""
    room = drawing.width * SHEET * (1 - SPARE)
    found, top = [], 0.0
    while drawing.height - top > room:
        end = _clear(drawing, top, top + room)
        found.append(Strip(round(top, 1), round(end - top, 1)))
        top = end
    return (*found, Strip(round(top, 1), round(drawing.height - top, 1)))


def _clear(drawing: Drawing, top: float, lowest: float) -> float:
    """The last place of a strip that begins at `top` where no box is cut; `lowest` where every place cuts one."""
    end = lowest
    while crossed := [box.y for box in drawing.boxes if box.y - CLEAR < end < box.y + box.height]:
        end = min(crossed) - CLEAR
        if end <= top:
            return lowest
    return end
