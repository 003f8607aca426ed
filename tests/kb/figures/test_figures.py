"""Figures: boxes never overlap, arrows end at their boxes, marks stand to scale, the same input is drawn the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kb.figures.ladder import WIDTH, Rung, draw_ladder
from kb.figures.shapes import Arrow, Box, Drawing, Node, draw
from kb.figures.timeline import TimelineMark, timeline
from kb.figures.words import lines
from tests.support.paths import ROOT

KEYS = "abcdefgh"
nodes = st.lists(st.sampled_from(KEYS), min_size=1, unique=True).map(
    lambda keys: [Node(k, f"Thông tư {k * 9}/2021/TT-BCA", "Còn hiệu lực", f"van-ban/{k}/") for k in keys]
)


@st.composite
def graphs(draw_: st.DrawFn) -> tuple[list[Node], list[Arrow]]:
    """Any directed graph of a few nodes: circles, both ways, parts that do not hang together."""
    found = draw_(nodes)
    pairs = [(a.key, b.key) for a in found for b in found if a.key != b.key]
    chosen = draw_(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return found, [Arrow(start, end, "căn cứ", "can-cu") for start, end in chosen]


def overlap(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) < (a.width + b.width) / 2 and a.y < b.y + b.height and b.y < a.y + a.height


def ends(path: str) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where a path begins and, its steps taken one after another, where it arrives."""
    (_, start), *steps = re.findall(r"([Mchv])([^Mchv]+)", path)
    left, top = x, y = numbers(start)
    for letter, told in steps:
        *_, last = step = numbers(told)
        x += 0 if letter == "v" else step[-2] if letter == "c" else last
        y += 0 if letter == "h" else last
    return (left, top), (x, y)


def numbers(told: str) -> tuple[float, ...]:
    return tuple(float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", told))


def on_side(box: Box, point: tuple[float, float]) -> bool:
    x, y = point
    return min(abs(x - box.x), abs(x - box.x - box.width)) < 0.2 and box.y <= y <= box.y + box.height


def check(drawing: Drawing) -> None:
    boxes = {box.node.key: box for box in drawing.boxes}
    assert [(a.node.key, b.node.key) for a, b in combinations(drawing.boxes, 2) if overlap(a, b)] == []
    for box in drawing.boxes:
        assert box.x >= 0
        assert box.x + box.width <= drawing.width
        assert box.y >= 0
        assert box.y + box.height <= drawing.height
    assert len(boxes) == len(drawing.boxes)


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_a_layered_drawing(graph: tuple[list[Node], list[Arrow]]) -> None:
    drawing = draw("k", "Tên", "Lời", *graph)
    check(drawing)
    boxes = {box.node.key: box for box in drawing.boxes}
    assert [curve.arrow for curve in drawing.curves] == graph[1]
    for curve in drawing.curves:
        first, last = ends(curve.path)
        assert on_side(boxes[curve.arrow.start], first)
        assert on_side(boxes[curve.arrow.end], last)


def test_what_is_rested_on_stands_left() -> None:
    found = [Node(k, k, "", "") for k in "abc"]
    drawing = draw("k", "", "", found, [Arrow("b", "a", "", ""), Arrow("c", "b", "", "")])
    x = {box.node.key: box.x for box in drawing.boxes}
    assert x["a"] < x["b"] < x["c"]


@settings(max_examples=60, deadline=None)
@given(graphs(), st.integers(1, 4))
def test_a_ladder(graph: tuple[list[Node], list[Arrow]], size: int) -> None:
    found, arrows = graph
    rungs = [Rung(f"Bậc {i}", tuple(found[i : i + size])) for i in range(0, len(found), size)]
    drawing = draw_ladder("k", "Tên", "Lời", rungs, arrows)
    check(drawing)
    assert drawing.width == WIDTH <= 358  # a telephone of 390 pixels, less the margins of the page
    assert len(drawing.curves) == len(arrows)
    tops = [min(box.y for box in drawing.boxes if box.node in rung.nodes) for rung in rungs]
    assert tops == sorted(set(tops))


SCRIPT = """
from kb.figures.shapes import Arrow, Node, draw
nodes = [Node(f"n{i}", f"Tên {i}", "", "") for i in range(14)]
arrows = [Arrow(f"n{i}", f"n{(i * 5 + 3) % 14}", "", "") for i in range(14) if i != (i * 5 + 3) % 14]
print(draw("k", "", "", nodes, arrows))
"""


def test_the_same_in_every_process() -> None:
    root = ROOT
    seen = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=root,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(seen) == 1


days = st.dates(date(1945, 1, 1), date(2099, 12, 31))
happenings = st.builds(
    lambda day, length: TimelineMark("x", day, day + timedelta(days=length)), days, st.integers(0, 400)
)


@given(st.lists(happenings, min_size=1), st.lists(happenings))
def test_marks_stand_to_scale(marks: list[TimelineMark], across: list[TimelineMark]) -> None:
    found = timeline("k", "", "", marks, across)
    every = [*found.marks, *found.across]
    years = [h.first.year for h in (*marks, *across)] + [h.last.year + 1 for h in (*marks, *across)]
    start, end = date(min(years), 1, 1), date(max(years), 1, 1)
    for mark in every:
        assert 0 <= mark.left <= mark.right <= 100
        assert abs(mark.left / 100 * (end - start).days - (mark.mark.first - start).days) < 5
    assert [m.mark.first for m in found.marks] == sorted(h.first for h in marks)
    assert 0 < len(found.ticks) <= 8 or end.year - start.year > 700


def test_words_are_cut_at_spaces() -> None:
    assert lines("Thông tư 124/2021/TT-BCA", 18, 2) == ("Thông tư", "124/2021/TT-BCA")
    assert lines("một hai ba bốn năm sáu", 8, 2) == ("một hai", "ba bốn …")
    assert lines("", 8, 2) == ("",)
