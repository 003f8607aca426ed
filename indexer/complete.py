"""Completion of what is typed: field words and their values, identifiers and numbers of the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from indexer.engines.opening import open_index
from indexer.engines.port import Index
from indexer.manifest import usable
from indexer.query.facets import WORDS, plain
from kb.language.fold import folded

MAX_PROPOSALS = 60
"""More than a screen of them help nobody."""
MAX_RECORDS_READ = 5000
"""An index of more records is not read through for their numbers."""


def values(index: Path, facets: tuple[str, ...], begun: str) -> list[tuple[str, str]]:
    """Values of facets that begin as typed, with what they are called. Raises IndexUnusable."""
    opened, wanted = open_index(usable(index)), plain(begun)
    found = {
        f"{wanted}{value}".replace(" ", "-"): label
        for name in facets
        for value, label, _ in opened.labels(f"={name}:{wanted}")
    }
    return sorted(found.items())[:MAX_PROPOSALS]


def fields(begun: str) -> list[tuple[str, str]]:
    """Field words that begin as typed, the colon with them."""
    return [(f"{word}:", "") for word in WORDS if begun and word.startswith(folded(begun))]


def names(index: Path, begun: str) -> list[tuple[str, str]]:
    """Identifiers and numbers that begin as typed, each with its title. Raises IndexUnusable."""
    opened = open_index(usable(index))
    if not begun or opened.count > MAX_RECORDS_READ:
        return []
    return sorted(set(_names(opened, folded(begun))))[:MAX_PROPOSALS]


def _names(index: Index, begun: str) -> Iterator[tuple[str, str]]:
    for record in index.stored(range(index.count)):
        if record["kind"] != "paragraph":
            for name in (record["id"], record["number"]):
                if name and folded(name).startswith(begun):
                    yield name, record["title"]
