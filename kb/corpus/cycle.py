"""Ways that come back to where they began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def cycle_through(after: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """The shortest circle through `start`, as the ids on it from `start` on; empty when there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop(0)
        for there in after.get(here, ()):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return ()
