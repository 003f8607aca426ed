"""The records that a search is limited to: facets, years, days, phrases, words left out."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple, Protocol

from indexer.engines.port import Index
from indexer.query.facets import NAMES, WORDS, plain
from indexer.query.parse import Query, years
from kb.language.fold import folded, syllables


class Lexicon(Index, Protocol):
    """An index whose terms can be listed and whose records read."""

    def lexicon(self, prefix: str) -> Iterator[str]: ...

    def labels(self, prefix: str) -> Iterator[tuple[str, str, set[int]]]: ...


class Filters(NamedTuple):
    """What a hit must be, facet by facet; None for no wish. Days are numbers: 20211228."""

    kind: str | None = None
    type: str | None = None
    issuer: str | None = None
    year: str | None = None
    status: str | None = None
    topic: str | None = None
    since: int | None = None
    until: int | None = None


def allowed(index: Lexicon, filters: Filters, query: Query) -> set[int] | None:
    """The numbers of the records that pass; None when every record does. Phrases are only narrowed down here."""
    sets: list[set[int]] = []
    for name in NAMES:
        value = getattr(filters, name)
        if value is not None:
            sets.append(having(index, (name,), value))
    for word, value in query.fields:
        sets.append(having(index, WORDS[word], value))
    if filters.since is not None or filters.until is not None:
        sets.append(_dated(index, filters.since or 1, filters.until or 99991231))
    sets += [_with_phrase(index, phrase) for phrase in query.phrases]
    return set.intersection(*sets) if sets else None


def left_out(index: Index, query: Query) -> set[int]:
    """The records that have a word which the query does not want."""
    return set[int]().union(*(_with_phrase(index, words) for words in query.without))


def counts(index: Lexicon, results: Collection[int]) -> dict[str, list[tuple[str, int]]]:
    """How many results have each value of each facet, most first."""
    found: dict[str, list[tuple[str, int]]] = {}
    wanted = set(results)
    for name in NAMES:
        counted = Counter({label: len(wanted & numbers) for _, label, numbers in index.labels(f"={name}:")})
        found[name] = sorted(((label, n) for label, n in counted.items() if n), key=lambda pair: (-pair[1], pair[0]))
    return {name: values for name, values in found.items() if values}


def having(index: Lexicon, names: tuple[str, ...], value: str) -> set[int]:
    """Records whose facet has the value; else those whose value's name has it as a part."""
    if names == ("year",) and (span := years(value)):
        return {
            number
            for label, _, numbers in index.labels("=year:")
            if label.isdigit() and span[0] <= int(label) <= span[1]
            for number in numbers
        }
    wanted = plain(value)
    exact, partial = set[int](), set[int]()
    for name in names:
        for prefix in (f"={name}:", f"~{name}:"):
            for known, _, numbers in index.labels(prefix):
                if known == wanted:
                    exact |= numbers
                elif f" {wanted}" in f" {known}" and prefix[0] == "=":
                    partial |= numbers
    return exact or partial


def _dated(index: Index, since: int, until: int) -> set[int]:
    days = index.column("issued")
    return {number for number in range(index.count) if since <= days[number] <= until} if days else set()


def _with_phrase(index: Index, phrase: str) -> set[int]:
    """Records that have every pair of adjacent syllables of a phrase, accented when it was typed so."""
    words = syllables(phrase)
    bare = words == [folded(word) for word in words]
    if len(words) == 1:
        names = [f"{'f' if bare else 's'}:{words[0]}"]
    else:
        pairs = itertools.pairwise(words)
        names = [f"{'g' if bare else 'b'}:{first}_{second}" for first, second in pairs]
    found = [term.lists() if (term := index.look_up(name)) else [] for name in names]
    return set.intersection(*({number for ids, _ in lists for number in ids} for lists in found)) if found else set()


def has_phrases(record: dict[str, Any], phrases: tuple[str, ...]) -> bool:
    """Whether each quoted phrase stands in the record, accented as typed when it was."""
    if not phrases:
        return True
    text = " ".join(syllables("\n".join([record["title"], *record["names"], record["text"], record["number"]])))
    plain = folded(text)
    for phrase in phrases:
        words = " ".join(syllables(phrase))
        if f" {words} " not in f" {plain if words == folded(words) else text} ":
            return False
    return True
