"""Parses what a user typed: words, quoted phrases, words left out, field words.

Nothing here can fail: a quote without its pair, a colon, a minus or an unknown field word is plain text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from indexer.query.facets import WORDS
from kb.language.fold import folded, normal, syllables

_QUOTES = '"“”'
_FIELD = re.compile(
    rf"(?<!\S)(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?):\s?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}]|(?P<value>[^\s{_QUOTES}]+))"
)
_PHRASE = re.compile(rf"(?P<minus>(?<!\S)-)?[{_QUOTES}](?P<words>[^{_QUOTES}]+)[{_QUOTES}]")
# A minus counts only after a space and before a letter, and not after a number: "tt 124 -bca" is a number.
_MINUS = re.compile(r"(?<=[^\W\d])(?P<space>\s+)-(?P<word>[^\W\d_]\w*)(?!\S)")
_YEARS = re.compile(r"(?P<sign>>=|<=|>|<)?(?P<first>\d{4})(?:(?P<to>\.\.|-)(?P<last>\d{4})?)?|\.\.(?P<until>\d{4})")
EVER = 9999
"""The last year of a span without end."""
PATTERNS = {"field": _FIELD, "phrase": _PHRASE, "minus": _MINUS, "years": _YEARS}
CONSTANTS = {"ever": EVER}
"""What the browser's parser takes over (`indexer.browser.settings`)."""


class Query(NamedTuple):
    """The parts of a query."""

    text: str
    """The words that are looked for, phrases among them."""
    phrases: tuple[str, ...] = ()
    """What must stand in the record word by word."""
    without: tuple[str, ...] = ()
    """Words and phrases that must not stand in it."""
    fields: tuple[tuple[str, str], ...] = ()
    """(field word, value), both folded."""


def parse(query: str) -> Query:
    """The parts of a query; every text has some reading."""
    fields: list[tuple[str, str]] = []
    without: list[str] = []
    phrases: list[str] = []

    def field(match: re.Match[str]) -> str:
        word = folded(match["word"])
        if word not in WORDS:
            return match.group()
        fields.append((word, match["quoted"] or match["value"] or ""))
        return " "

    def phrase(match: re.Match[str]) -> str:
        if not syllables(match["words"]):
            return " "
        (without if match["minus"] else phrases).append(match["words"])
        return " " if match["minus"] else f" {match['words']} "

    def minus(match: re.Match[str]) -> str:
        without.append(match["word"])
        return match["space"]

    text = _PHRASE.sub(phrase, _FIELD.sub(field, query))
    if not phrases:
        text = _MINUS.sub(minus, text)
    return Query(" ".join(text.split()), tuple(phrases), tuple(without), tuple(fields))


def years(value: str) -> tuple[int, int] | None:
    """First and last year of ``2021``, ``2019..2022``, ``2019-2022``, ``>=2019``, ``..2020``; None for other text."""
    match = _YEARS.fullmatch(normal(value).strip())
    if not match:
        return None
    if match["until"]:
        return 0, int(match["until"])
    first = int(match["first"])
    if match["to"]:
        return first, int(match["last"] or EVER)
    return {None: (first, first), ">=": (first, EVER), ">": (first + 1, EVER), "<=": (0, first), "<": (0, first - 1)}[
        match["sign"]
    ]
