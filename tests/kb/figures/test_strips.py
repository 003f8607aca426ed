"""A tall drawing on sheets of paper: all of it once, no box cut, no sheet overfull."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kb.figures.shapes import Box, Drawing, Node
from kb.figures.strips import SHEET, strips

NODE = Node("a", "a", "", "")


def drawing(places: list[tuple[float, float]]) -> Drawing:
    boxes = tuple(Box(NODE, 0.0, top, 100.0, height, ()) for top, height in places)
    end = max((top + height for top, height in places), default=10.0)
    return Drawing("k", "", "", 1500, int(end) + 7, boxes, ())


@given(st.lists(st.tuples(st.floats(0, 9000), st.floats(20, 60)), max_size=60))
def test_every_part_is_on_one_sheet_that_holds_it(places: list[tuple[float, float]]) -> None:
    drawn = drawing(places)
    found = strips(drawn)
    assert abs(sum(strip.height for strip in found) - drawn.height) < 1
    for one, following in pairwise(found):
        assert abs(one.top + one.height - following.top) < 0.3
    assert all(0 < strip.height <= drawn.width * SHEET for strip in found)


def test_a_cut_goes_between_boxes() -> None:
    found = strips(drawing([(0, 900), (920, 60), (1100, 40)]))
    assert [strip.top for strip in found] == [0, 917]


def test_boxes_side_by_side_without_a_gap_are_cut_at_the_end_of_the_sheet() -> None:
    found = strips(drawing([(n * 30.0, 40.0) for n in range(100)]))
    assert len(found) == 4


def test_a_small_drawing_is_one_sheet() -> None:
    assert len(strips(drawing([(0, 40)]))) == 1
