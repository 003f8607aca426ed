"""The part of a text that answers: the window with the most of the query's words, words marked."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from kb.language.fold import SYLLABLE, folded, normal

WIDTH = 180
"""Code points of a snippet, about."""
LEAD = 20
"""Code points before the first word that is marked, at most."""
CONSTANTS = {"WIDTH": WIDTH, "LEAD": LEAD}
"""What the browser's snippets take over (`indexer.browser.settings`)."""


class Snippet(NamedTuple):
    """Some of a text and the places in it (start, end; code points) that match."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def snippet(text: str, words: tuple[str, ...], width: int = WIDTH) -> Snippet:
    """The window of about `width` code points with the most of the words, written as `kb.language.fold.normal` does.

    A word with diacritics marks only itself, one without marks every lookalike.
    """
    flat = " ".join(text.split())
    places = _places(flat, words)
    start = _best_start(flat, places, width)
    end = min(len(flat), start + width)
    while end < len(flat) and not flat[end].isspace():
        end += 1
    head, tail = "… " if start else "", " …" if end < len(flat) else ""
    shift = len(head) - start
    marks = tuple((a + shift, b + shift) for a, b in places if start <= a and b <= end)
    return Snippet(head + flat[start:end] + tail, marks)


def _places(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words stand in a text: start and end, in code points."""
    bare = {word for word in words if word == folded(word)}
    accented = {word for word in words if word not in bare}
    places = []
    for match in SYLLABLE.finditer(text):
        word, plain = _forms(match.group())
        if word in accented or plain in bare:
            places.append(match.span())
    return places


@lru_cache(maxsize=1 << 15)
def _forms(typed: str) -> tuple[str, str]:
    """A word as `normal` writes it and as `folded` does: texts of law say the same words again and again."""
    return normal(typed), folded(typed)


def _best_start(text: str, places: list[tuple[int, int]], width: int) -> int:
    """Where the window with the most distinct matched words begins, at the start of a word."""
    words = [text[first:last].lower() for first, last in places]
    inside: Counter[str] = Counter()
    best, start, end = 0, 0, 0
    for place, (first, _) in enumerate(places):
        while end < len(places) and places[end][1] <= first + width:
            inside[words[end]] += 1
            end += 1
        if len(inside) > best:
            best, start = len(inside), first
        if end == place:  # a word longer than the window
            end += 1
            continue
        inside[words[place]] -= 1
        if not inside[words[place]]:
            del inside[words[place]]
    start = max(0, start - LEAD)
    return start if start == 0 else text.find(" ", start) + 1
