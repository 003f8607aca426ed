"""Tables typed before Unicode, or with the fonts of that time: their cells read as Unicode, as drafts are.

Cells of a column stand one below the other here: an office typed a column in one way, and a cell of one word follows
those around it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from kb.language.legacy import has_unicode_letter, read_legacy
from kb.language.legacy_letters import FontSpan
from kb.language.rewriting import Rewritten

_IN_UNICODE = "ă"
"""Stands for a cell that has a letter of Unicode: nothing else of it tells anything, and most tables have no others."""
Cells = list[list[object]]
"""The rows of a table, each with the values of its cells."""
FontsOfCells = dict[tuple[int, int], tuple[str, bool]]
"""Row and column -> the encoding that the font of a cell tells, and whether it has capitals alone."""


@dataclass(frozen=True)
class UnicodeCells:
    """The rows in Unicode, the names of the encodings they were typed in, and which rows are in none that is known."""

    rows: Cells
    encodings: tuple[str, ...] = ()
    unread: frozenset[int] = frozenset()


def in_unicode(rows: Cells, fonts: FontsOfCells | None = None) -> UnicodeCells:
    """The rows with their texts in Unicode; values that are no text stay as they are."""
    places = _text_places(rows)
    lines = [_line(str(rows[r][c])) for r, c in places]
    text = "\n".join(lines)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    reading = read_legacy(text, _spans(places, starts, fonts or {}))
    unread = frozenset(places[bisect_right(starts, at) - 1][0] for at in reading.unread)
    if not reading.edits:
        return UnicodeCells(rows, unread=unread)
    changed = [list(row) for row in rows]
    for (r, c), old, new in zip(places, lines, Rewritten(text, reading.edits).text.split("\n"), strict=True):
        if old != new:
            changed[r][c] = new
    return UnicodeCells(changed, reading.names, unread)


def _text_places(rows: Cells) -> list[tuple[int, int]]:
    """Row and column of each text, the cells of a column one below the other."""
    widest = max(map(len, rows), default=0)
    return [(r, c) for c in range(widest) for r, row in enumerate(rows) if c < len(row) and isinstance(row[c], str)]


def _spans(places: list[tuple[int, int]], starts: list[int], fonts: FontsOfCells) -> list[FontSpan]:
    """The stretches of the joined cells in fonts that tell an encoding; `starts` has the end of all at its end."""
    ends = starts[1:]
    return [FontSpan(a, b - 1, *fonts[at]) for at, a, b in zip(places, starts, ends, strict=False) if at in fonts]


def _line(cell: str) -> str:
    return _IN_UNICODE if has_unicode_letter(cell) else " ".join(cell.split("\n"))
