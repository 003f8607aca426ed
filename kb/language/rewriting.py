"""A text rewritten in places, and the way back to where its characters came from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable

Edit = tuple[int, int, str]
"""Start and end in the text, and what stands there instead."""


class Rewritten:
    """`text` with the edits made; they come in the order of the text and do not overlap."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._starts = array("Q")
        self._runs: list[_Run] = []
        self._pieces: list[str] = []
        self._length = position = 0
        for start, end, new in edits:
            self._take(text[position:start], (position, start, False))
            self._take(new, (start, end, True))
            position = end
        if position:
            self._take(text[position:], (position, len(text), False))
        self.text = "".join(self._pieces) if position else text
        del self._pieces

    def _take(self, piece: str, run: _Run) -> None:
        if piece:
            self._pieces.append(piece)
            self._starts.append(self._length)
            self._runs.append(run)
            self._length += len(piece)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where `start` … `end` of the new text stand in the old one; whole edits where they end inside one."""
        if not self._runs or end <= start:
            return start, end
        first = bisect_right(self._starts, start) - 1
        last = first
        if last + 1 < len(self._runs) and self._starts[last + 1] < end:
            last = bisect_right(self._starts, end - 1) - 1
        begin, _, new = self._runs[first]
        start = begin if new else begin + start - self._starts[first]
        begin, close, new = self._runs[last]
        return start, close if new else begin + end - self._starts[last]


_Run = tuple[int, int, bool]
"""Start and end in the old text, and whether its characters are new or only copied."""
