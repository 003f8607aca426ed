"""Ways along relations: what is reached, by which steps, and what comes back to where it began."""

from __future__ import annotations

import pytest

from kb.corpus.graph import reachable, shortest_cycle

AFTER = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f", "a"], "x": ["x"]}


def test_a_path_is_a_shortest_one_and_of_two_the_one_given_first() -> None:
    found = reachable("a", lambda here: ((there, f"{here}{there}") for there in AFTER.get(here, ())))
    assert found == {
        "a": (),
        "b": ("ab",),
        "c": ("ac",),
        "d": ("ab", "bd"),
        "e": ("ac", "ce"),
        "f": ("ab", "bd", "df"),
    }
    assert list(found) == ["a", "b", "c", "d", "e", "f"]


@pytest.mark.parametrize(
    ("start", "cycle"),
    [("a", ("a", "c", "e")), ("c", ("c", "e", "a")), ("x", ("x",)), ("b", ()), ("unheard-of", ())],
)
def test_a_cycle_begins_at_its_start(start: str, cycle: tuple[str, ...]) -> None:
    assert shortest_cycle(AFTER, start) == cycle
