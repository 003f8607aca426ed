"""What the query side in the browser shares with this package: the tables that the modules publish for it.

Constants are given as they are, patterns in JavaScript's notation; the JavaScript twin of a module reads one table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from re import Pattern
from typing import Any

from indexer import beyond, search, snippet
from indexer.browser import registered
from indexer.browser.patterns import SPACE, WORD, javascript, plain
from indexer.engines import weight_codes
from indexer.query import facets, glossary, numbers, parse, plan, questions, suggest, unknown
from indexer.ranking import near_duplicates, points, rank, selection, weights
from kb.language import fold, key_typing, letters, syllable
from kb.number import asked, document_number, file_name, scanned

_MARKS = ((0x300, 0x370), (0x483, 0x488), (0x591, 0x5C8), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100))
"""The blocks of combining marks that stand on letters."""


def settings() -> dict[str, dict[str, Any]]:
    """Table -> name -> number, text, list or table; the same on every machine."""
    return {
        "fold": _fold(),
        "glossary": glossary.CONSTANTS,
        "numbers": {
            "types": numbers.TYPES,
            "figures": scanned.LETTERS,
            **_for_folded(numbers.PATTERNS | scanned.PATTERNS),
        },
        "keys": {
            **key_typing.CONSTANTS,
            "syllable": javascript(syllable.SYLLABLE.pattern),
            "tone": f"[{syllable.TONES}]",
        },
        "fileName": _for_any(file_name.PATTERNS),
        "query": {**parse.CONSTANTS, "most": search.MAX_QUERY, **_for_any(parse.PATTERNS)},
        "questions": {"accented": sorted(questions.ACCENTED), **_for_folded(questions.PATTERNS)},
        "plan": plan.CONSTANTS,
        "rank": {**points.CONSTANTS, **selection.CONSTANTS, **rank.CONSTANTS},
        "weigh": {**weight_codes.CONSTANTS, "kindWeight": weights.KIND_WEIGHT},
        "facets": {"names": facets.NAMES, "words": facets.WORDS},
        "nearDuplicates": near_duplicates.CONSTANTS,
        "suggest": suggest.CONSTANTS,
        "unknown": unknown.CONSTANTS,
        "snippet": snippet.CONSTANTS,
        "search": search.CONSTANTS,
        "documentNumber": {"most": document_number.MOST, **_for_any(document_number.PATTERNS | asked.PATTERNS)},
        "register": {**registered.CONSTANTS, **beyond.CONSTANTS},
    }


def _fold() -> dict[str, Any]:
    return {
        "spelling": letters.SPELLING,
        "lookalikes": letters.LOOKALIKES,
        "otherScript": letters.OTHER_SCRIPT.pattern,
        "invisible": f"[{letters.INVISIBLE}]+",
        "marked": f"[^]?{letters.MARKS.pattern}",
        "quality": letters.QUALITY,
        "struck": letters.STRUCK.pattern,
        "numberBackslash": letters.NUMBER_BACKSLASH.pattern.replace(r"\d", "0-9"),
        "placement": fold.TONE_PLACEMENT,
        "misplaced": javascript(fold.MISPLACED_TONE.pattern),
        "syllable": javascript(fold.SYLLABLE.pattern),
        "marks": f"[{''.join(_combining())}]",
        "space": f"[{SPACE}]+",
        "word": f"[{WORD}]",
    }


def _for_any(patterns: Mapping[str, Pattern[str]]) -> dict[str, str]:
    """Patterns that are matched against text of every script."""
    return {name: javascript(pattern.pattern) for name, pattern in patterns.items()}


def _for_folded(patterns: Mapping[str, str | Pattern[str]]) -> dict[str, list[str]]:
    """Patterns that are matched against folded text, which is nearly always ASCII, each with its form for ASCII."""
    sources = {name: one if isinstance(one, str) else one.pattern for name, one in patterns.items()}
    return {name: [javascript(source), plain(source)] for name, source in sources.items()}


def _combining() -> list[str]:
    """Ranges of the marks that `kb.language.fold.folded` takes away, as in a character class."""
    found: list[list[int]] = []
    for first, end in _MARKS:
        for code in range(first, end):
            if not unicodedata.combining(chr(code)):
                continue
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return [f"\\u{first:04x}-\\u{last:04x}" for first, last in found]
