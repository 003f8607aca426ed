"""A text with its citations read as they are meant, where a scanner or a hurried hand left other letters.

What is read so keeps its length, so that places stay; `Mended.places` says where it is, for a reader to be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kb.citation.broken_symbols import broken_symbols
from kb.citation.figures import NUMBER, Mend, days, number_figures, signs
from kb.citation.unmarked import body, symbol, type_words


def mends(text: str) -> list[Mend]:
    """What is read otherwise than it is typed, in the order of the text."""
    kept: list[Mend] = []
    read = chain(_numbers(text), days(text), signs(text), broken_symbols(text))
    for start, end, new in sorted(read):
        if text[start:end] != new and (not kept or start >= kept[-1][1]):
            kept.append((start, end, new))
    return kept


def mended(text: str, found: list[Mend]) -> str:
    """The text as it is read."""
    pieces, at = [], 0
    for start, end, new in found:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])


def _numbers(text: str) -> Iterator[Mend]:
    for number in NUMBER.finditer(text):
        typed = type_words(text, number.start())
        if typed is None:
            continue
        yield from typed
        yield from number_figures(number)
        if typed:
            yield from symbol(number)
        yield from body(text, number.end())
