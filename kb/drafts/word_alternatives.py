"""The same content in several ways (`mc:AlternateContent`, ECMA-376 part 3): the first that has text is read."""

from __future__ import annotations


class WordAlternatives:
    """Those that are open, each with how many characters of text there were when it began."""

    def __init__(self) -> None:
        self._open: list[tuple[bool, int]] = []  # whether one had text, and how much stood before the last

    def begin(self) -> None:
        """Alternatives begin."""
        self._open.append((False, 0))

    def skips(self, characters: int) -> bool:
        """Whether the alternative that begins is passed over: one before it had text."""
        had_text, _ = self._open[-1] if self._open else (True, 0)
        if not had_text:
            self._open[-1] = False, characters
        return had_text

    def end(self, tag: str, characters: int) -> None:
        """An alternative, or all of them, end."""
        if tag == "alternatives":
            self._open.pop()
        elif self._open:
            had_text, before = self._open[-1]
            self._open[-1] = had_text or characters > before, before
