"""One slip of the keyboard: which words it makes of a word."""

from __future__ import annotations

from collections.abc import Iterator

DIGITS = "0123456789"


def edits(word: str, letters: str) -> Iterator[str]:
    """Every word that is made by changing, adding or dropping one letter, or by swapping two neighbours."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        yield from (head + letter + tail for letter in letters)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def one_edit(a: str, b: str) -> bool:
    """Whether one letter changed, added, dropped, or two neighbours swapped make `a` into `b`."""
    if a == b:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:])
    )
