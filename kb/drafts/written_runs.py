"""The text of a part of a Word file as it grows, and where in it and in the file each run stands."""

from __future__ import annotations

from array import array

from kb.drafts.model import LONGEST_TEXT, TOO_LONG
from kb.drafts.word_paragraph import NOWHERE, WordRun
from kb.errors import DraftUnreadable
from kb.language.legacy_letters import FontSpan
from kb.language.legacy_tables import of_font


class WrittenRuns:
    """Takes runs in the order of the text; characters that are still to come are announced, and bounded."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._pending = 0
        self._places = array("q")
        self.fonts: list[FontSpan] = []
        """Where the text is in fonts that tell an encoding from before Unicode (.VnTime, VNI-Times)."""

    @property
    def announced(self) -> int:
        """Characters of the text, those still to come among them."""
        return self._length + self._pending

    def announce(self, more: int) -> None:
        """Characters will come. Text beyond the limit is refused before it fills the memory."""
        self._pending += more
        if self.announced > LONGEST_TEXT:
            raise DraftUnreadable(TOO_LONG)

    def write(self, runs: list[WordRun], end: str) -> None:
        """One line: the runs, which are kept no longer, and its end."""
        for run in runs:
            characters = "".join(run.characters)
            if characters and run.at != NOWHERE:
                self._places.extend((self._length, self._length + len(characters), run.at))
            if characters and run.font:
                self._note_font(run.font, self._length + len(characters))
            self._pieces.append(characters)
            self._length += len(characters)
        self._pieces.append(end)
        self._length += len(end)
        runs.clear()

    def _note_font(self, font: str, end: int) -> None:
        """What is written up to `end` is in a font. Neighbours are one: a letter of VNI may stand in two runs."""
        meant = of_font(font)
        if meant is None:
            return
        start, last = self._length, self.fonts[-1] if self.fonts else None
        if last and (last.end, last.encoding, last.capitals) == (start, *meant):
            start = self.fonts.pop().start
        self.fonts.append(FontSpan(start, end, *meant))

    def settle(self, runs: list[WordRun]) -> None:
        """Of what was announced these runs alone are still to come."""
        self._pending = sum(len(characters) for run in runs for characters in run.characters)

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def places(self) -> tuple[array[int], array[int], array[int]]:
        """Of every run with characters: start and end in the text, and where its tag begins in the part in bytes."""
        return self._places[0::3], self._places[1::3], self._places[2::3]
