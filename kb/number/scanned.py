"""Letters that scanners and hurried hands put for figures of a number: ``l24/2021``, ``O6/2O14``, ``5I-NQ/TW``."""

from __future__ import annotations

import re

LETTERS = dict(zip("lIi|OoQSsBZz", "111100055822", strict=True))
"""A letter -> the figure that it stands for."""
FIGURES = str.maketrans(LETTERS)
_ANY, _LAST = r"[\dlIi|OoQSsBZz]", r"[\dlIi|OoQSsZz]"
_NUMBER = re.compile(
    rf"(?<![\w/.|-])(?={_ANY}{{0,4}}\d)(?P<ordinal>{_ANY}{{0,4}}{_LAST})(?P<letter>[a-zA-Z]?)"
    rf"(?P<year>/{_ANY}{{4}}(?![\da-zA-ZĐđ])|(?=[/-][a-zA-ZĐđ]))"
)
"""One has a figure at least. No B ends an ordinal: there it is the letter of a series (``522B/NQ-UBTVQH13``)."""
_YEAR = re.compile(r"^(?:/(?:19|20)\d\d)?$")
PATTERNS = {"scanned": _NUMBER, "scannedYear": _YEAR}
"""What the browser's search takes over (`indexer.browser.settings`)."""


def with_figures(text: str) -> str:
    """The text with the figures that such letters stand for in its numbers, as many characters as before."""
    return _NUMBER.sub(_read, text)


def _read(number: re.Match[str]) -> str:
    ordinal, year = number["ordinal"].translate(FIGURES), number["year"].translate(FIGURES)
    return f"{ordinal}{number['letter']}{year}" if _YEAR.fullmatch(year) else number.group()
