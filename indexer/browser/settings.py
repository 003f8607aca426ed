"""What the query side in the browser shares with this package: numbers, tables and patterns, each from its module."""

from __future__ import annotations

import unicodedata
from typing import Any

from indexer import search, snippet
from indexer.browser.patterns import SPACE, WORD, javascript, plain
from indexer.engines import weight_codes
from indexer.query import facets, numbers, plan, questions
from indexer.query import glossary as abbreviations
from indexer.query import parse as query
from indexer.ranking import near_duplicates as sketch
from indexer.ranking import rank
from indexer.ranking import weights as weigh
from kb.language import fold

_MARKS = ((0x300, 0x370), (0x483, 0x488), (0x591, 0x5C8), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100))
"""The blocks of combining marks that stand on letters."""


def settings() -> dict[str, Any]:
    """One table a module; the JavaScript twin of a module reads the table of its name."""
    return {
        "fold": {
            "placement": fold._PLACEMENT,
            "misplaced": javascript(fold._MISPLACED.pattern),
            "syllable": javascript(fold.SYLLABLE.pattern),
            "marks": f"[{''.join(_combining())}]",
            "space": f"[{SPACE}]+",
            "word": f"[{WORD}]",
        },
        "abbreviations": {"leastLength": abbreviations.MIN_LENGTH},
        "numbers": {
            "types": numbers.TYPES,
            **{
                name: _both(getattr(numbers, f"_{name.upper()}").pattern)
                for name in ("typed", "whole", "yeared", "article", "day")
            },
        },
        "query": {
            "ever": query.EVER,
            "most": search.MAX_QUERY,
            **{
                name: javascript(getattr(query, f"_{name.upper()}").pattern)
                for name in ("field", "phrase", "minus", "years")
            },
        },
        "questions": {
            "accented": sorted(questions.ACCENTED),
            "asksMeaning": _both(questions._ASKS_MEANING),
            "asking": _both(questions._ASKING),
            "askingWords": _both(questions._ASKING_WORDS),
            "under": _both(questions._UNDER),
            "byLaw": _both(questions._BY_LAW),
        },
        "plan": _numbers_of(plan),
        "rank": _numbers_of(rank),
        "weigh": {
            "least": weight_codes._LEAST,
            "step": weight_codes._STEP,
            "codes": len(weight_codes.WEIGHTS),
            "kindWeight": weigh.KIND_WEIGHT,
        },
        "facets": {"names": facets.NAMES, "words": facets.WORDS},
        "sketch": _numbers_of(sketch),
        "snippet": _numbers_of(snippet),
        "search": {"spare": search.SPARE, "good": search.GOOD, "sorted": search.SORTED},
    }


def _both(pattern: str) -> list[str]:
    """A pattern that is matched against folded text, which is nearly always of ASCII only, and its form for that."""
    return [javascript(pattern), plain(pattern)]


def _numbers_of(module: Any) -> dict[str, float]:
    """The public constants of a module that are numbers."""
    return {name: value for name, value in vars(module).items() if name.isupper() and isinstance(value, (int, float))}


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
