"""The words of diagrams (SmartArt) and charts, which stand in parts of their own (ECMA-376, 21.2 and 21.4)."""

from __future__ import annotations

from kb.drafts.model import LONGEST_TEXT, TOO_LONG
from kb.drafts.xml_events import XmlEvents
from kb.errors import DraftUnreadable

_LINES = frozenset({"p", "pt"})
"""A paragraph; a point of a diagram, or a name that a chart keeps."""


class DrawingText(XmlEvents):
    """Reads one part: a line for each paragraph, and for each name that a chart takes from its table."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._open: list[str] = []
        self._path: list[str] = []
        self._length = 0

    def text(self) -> str:
        """The lines, each with its end."""
        return "".join(f"{line}\n" for line in self._lines)

    def started(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name.rpartition(" ")[2])

    def characters(self, text: str) -> None:
        if self._path[-1:] == ["t"] or (self._path[-1:] == ["v"] and "strCache" in self._path):
            self._length += len(text) + 1
            if self._length > LONGEST_TEXT:
                raise DraftUnreadable(TOO_LONG)
            self._open.append(text)

    def ended(self, name: str) -> None:
        if self._path.pop() in _LINES and self._open:
            self._lines.append("".join(self._open))
            self._open.clear()
