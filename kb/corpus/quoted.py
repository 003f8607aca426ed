"""Double-quoted values of YAML: the only ones whose characters may stand as escapes, and where each stands.

https://yaml.org/spec/1.1/#id872840 (escapes) and #id905860 (line folding).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kb.corpus.source import double_quoted

_PIECE = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})|\\\r?\n[ \t]*|\\.|[ \t\r\n]+|[^\\ \t\r\n]", re.DOTALL
)
_NAMED = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
_FILES = 64


@dataclass(frozen=True)
class QuotedText:
    """A value and, for each of its characters, where it begins and ends in the text, and whether it is an escape."""

    value: str
    places: tuple[tuple[int, int], ...]
    escaped: tuple[bool, ...]

    @cached_property
    def has_address(self) -> bool:
        """Whether a web address stands in it."""
        return "://" in self.value


@lru_cache(maxsize=_FILES)
def escaping(text: str) -> tuple[QuotedText, ...]:
    """The double-quoted values that hold an escape, in their order; none where the text cannot be read as YAML."""
    if '"' not in text or "\\" not in text:
        return ()
    return tuple(_read(text, start, end, value) for start, end, value in double_quoted(text) if "\\" in text[start:end])


def _read(text: str, start: int, end: int, value: str) -> QuotedText:
    pieces = list(_pieces(text, start + 1, end - 1))
    if "".join(char for char, *_ in pieces) == value:
        return QuotedText(value, tuple(place for _, place, _ in pieces), tuple(escaped for *_, escaped in pieces))
    # A line break of another script (YAML 1.1, 5.4): all of the value stands at its beginning.
    return QuotedText(value, ((start, end),) * len(value), (True,) * len(value))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int], bool]]:
    """(character, its place, whether it is an escape) between the quotation marks."""
    for match in _PIECE.finditer(text, start, end):
        raw, place = match[0], match.span()
        if raw.startswith("\\"):
            yield from ((char, place, True) for char in _meant(raw))
        elif "\n" in raw:
            breaks = raw.count("\n")
            yield from ((char, place, False) for char in ("\n" * (breaks - 1) or " "))
        else:
            yield from ((char, (at, at + 1), False) for at, char in enumerate(raw, match.start()))


def _meant(raw: str) -> str:
    if raw[1] in "xuU" and len(raw) > 2:
        return chr(int(raw[2:], 16))
    return "" if raw[1] in "\r\n" else _NAMED.get(raw[1], raw)
