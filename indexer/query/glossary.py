"""The glossary as a query sees it: ANTT ↔ an ninh, trật tự."""

from __future__ import annotations

from collections.abc import Mapping

from kb.language.fold import folded, syllables

LEAST_LENGTH = 3
"""A shorter abbreviation counts only when typed in capitals: "tt" is also a word and a number's symbol."""
CONSTANTS = {"leastLength": LEAST_LENGTH}
"""What the browser takes over (`indexer.browser.settings`)."""


def expansions_in(query: str, glossary: Mapping[str, str]) -> dict[str, str]:
    """Abbreviation -> expansion for each one typed in the query, however cased from three letters on."""
    known = {folded(short): (short, long) for short, long in glossary.items()}
    found = {}
    for token in query.replace(",", " ").split():
        word = token.strip("“”\"'().;:")
        short, long = known.get(folded(word), ("", ""))
        if short and (len(word) >= LEAST_LENGTH or word == short):
            found[short] = long
    return found


def contractions_in(query: str, glossary: Mapping[str, str]) -> dict[str, str]:
    """Abbreviation -> expansion for each expansion that stands in the query, accented or not."""
    words = " ".join(syllables(query))
    plain = folded(words)
    found = {}
    for short, long in glossary.items():
        expansion = " ".join(syllables(long))
        if len(expansion.split()) < 2:
            continue
        if f" {expansion} " in f" {words} " or f" {folded(expansion)} " in f" {plain} ":
            found[short] = long
    return found
