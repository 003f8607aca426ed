"""Numbers as text: one character a number, so that a shard is a script and a browser reads it without a decoder.

UTF-8 is the variable-length code, and what a server compresses are the numbers themselves. The characters begin
after the quotation mark and leave out the backslash, which a string literal would escape, and the surrogates.
"""

from __future__ import annotations

from collections.abc import Iterable

FIRST = 0x23
BACKSLASH = 0x5C
SURROGATES, SURROGATES_END = 0xD800, 0xE000


def pack(numbers: Iterable[int]) -> str:
    """One character for each number, which are not negative."""
    return "".join(map(_character, numbers))


def gaps(ascending: Iterable[int]) -> Iterable[int]:
    """What lies between each number and the one before it; ``3 4 9`` -> ``3 0 4``."""
    before = -1
    for number in ascending:
        yield number - before - 1
        before = number


def units(text: str) -> int:
    """The length of a text as a browser counts it (UTF-16 units)."""
    return len(text) + sum(character > "\uffff" for character in text)


def _character(number: int) -> str:
    code = number + FIRST
    code += code >= BACKSLASH
    if code >= SURROGATES:
        code += SURROGATES_END - SURROGATES
    return chr(code)
