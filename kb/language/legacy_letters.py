"""A piece of a legacy text letter by letter, and which letters are capitals where the encoding has none of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.language.legacy_tables import LegacyEncoding, encodings
from kb.language.rewriting import Edit

_CAPITALS = re.compile(r"[A-Z][^\s!-/:-@\[-`{-~0-9]*[A-Z]")
_SMALL = re.compile(r"[a-z]")
_NUMBER = re.compile(r"\S*[\d/]\S*")
_WORD = re.compile(r"[^ \t\n,;.:()/]+")
_OF_NUMBER = re.compile(r"[\d/]")


@dataclass(frozen=True)
class FontSpan:
    """A stretch of a text in a font whose name tells its encoding; `capitals` where the font has no small letters."""

    start: int
    end: int
    encoding: str
    capitals: bool = False


LegacyPiece = tuple[int, int, FontSpan | None]
"""Start and end of a line or a part of one, and the font that it is in."""


def in_encoding(text: str, name: str) -> str:
    """A text with every letter read in an encoding."""
    encoding = encodings()[name]
    return encoding.pattern.sub(lambda match: encoding.letters[match.group()], text)


def edits_of(text: str, piece: LegacyPiece, name: str) -> Iterator[Edit]:
    """The edits that read a piece in an encoding."""
    start, end, font = piece
    encoding = encodings()[name]
    line = text[start:end]
    if font and font.capitals:
        yield from _all_capitals(line, start, encoding)
        return
    capitals = iter(_words_of_capitals(line) if encoding.caps_by_font else ())
    begin, stop = next(capitals, (len(line), len(line)))
    for match in encoding.pattern.finditer(line):
        letter, at = encoding.letters[match.group()], match.start()
        while at >= stop:
            begin, stop = next(capitals, (len(line), len(line) + 1))
        yield start + at, start + match.end(), letter.upper() if begin <= at else letter


def _all_capitals(line: str, start: int, encoding: LegacyEncoding) -> Iterator[Edit]:
    """Every letter of a line in a font that has capitals alone."""
    for at, typed in enumerate(line):
        letter = encoding.letters.get(typed, typed).upper()
        if letter != typed and len(letter) == 1:
            yield start + at, start + at + 1, letter


def _in_capitals(line: str) -> bool:
    """Whether a line is in capitals, but for the letters that a font of capitals shows: ``CéNG HßA X· HéI``."""
    words = _NUMBER.sub("", line)
    return _CAPITALS.search(words) is not None and _SMALL.search(words) is None


def _words_of_capitals(line: str) -> Iterator[tuple[int, int]]:
    """Words whose letters without capitals of their own are meant as such: with two capitals and no small letter
    (``TR¦ëNG``), or any word of a line in capitals but those of a number.
    """
    whole = _in_capitals(line)
    for word in _WORD.finditer(line):
        if _SMALL.search(word.group()):
            continue
        around = line[max(0, word.start() - 1) : word.end() + 1]
        if _CAPITALS.search(word.group()) or (whole and not _OF_NUMBER.search(around)):
            yield word.span()
