"""The records that a search is limited to: facets, years, days, phrases, words left out."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from indexer.engines.port import Index
from indexer.query.facets import NAMES, WORDS, plain
from indexer.query.parse import Query, years
from kb.language.fold import folded, syllables


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


def allowed(index: Index, filters: Filters, query: Query) -> set[int] | None:
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


def counts(index: Index, results: Collection[int]) -> dict[str, list[tuple[str, int]]]:
    """How many results have each value of each facet, most first."""
    found: dict[str, list[tuple[str, int]]] = {}
    wanted = set(results)
    for name in NAMES:
        counted = Counter({label: len(wanted.intersection(numbers)) for _, label, numbers in index.labels(f"={name}:")})
        found[name] = sorted(((label, n) for label, n in counted.items() if n), key=lambda pair: (-pair[1], pair[0]))
    return {name: values for name, values in found.items() if values}


def having(index: Index, names: tuple[str, ...], value: str) -> set[int]:
    """Records that have the value in one of the facets; for years, records of a span (`indexer.query.parse.years`)."""
    span = years(value) if names == ("year",) else None
    return _issued_in(index, *span) if span else _valued(index, names, plain(value))


def _issued_in(index: Index, first: int, last: int) -> set[int]:
    inside = (
        numbers for label, _, numbers in index.labels("=year:") if label.isdigit() and first <= int(label) <= last
    )
    return set[int]().union(*inside)


def _valued(index: Index, names: tuple[str, ...], wanted: str) -> set[int]:
    """Records with exactly this value, by label or alias; if there is none, with a label that has it as a part."""
    exact, partial = set[int](), set[int]()
    for name in names:
        for label, _, numbers in index.labels(f"={name}:"):
            if label == wanted:
                exact.update(numbers)
            elif f" {wanted}" in f" {label}":
                partial.update(numbers)
        for alias, _, numbers in index.labels(f"~{name}:"):
            if alias == wanted:
                exact.update(numbers)
    return exact or partial


def _dated(index: Index, since: int, until: int) -> set[int]:
    days = index.column("issued")
    return {number for number in range(index.count) if since <= days[number] <= until} if days else set()


def _with_phrase(index: Index, phrase: str) -> set[int]:
    """Records that have every pair of adjacent syllables of a phrase, accented when it was typed so."""
    words = syllables(phrase)
    bare = words == [folded(word) for word in words]
    if len(words) == 1:
        terms = {f"{'f' if bare else 's'}:{words[0]}"}
    else:
        terms = {f"{'g' if bare else 'b'}:{first}_{second}" for first, second in itertools.pairwise(words)}
    found = index.look_up(terms)
    if not terms or len(found) < len(terms):
        return set()
    return set.intersection(*(term.numbers() for term in found.values()))


def has_phrases(record: Mapping[str, Any], phrases: tuple[str, ...]) -> bool:
    """Whether each quoted phrase stands in the stored record, accented as typed when it was."""
    if not phrases:
        return True
    text = " ".join(syllables("\n".join([record["title"], *record["names"], record["text"], record["number"]])))
    plain = folded(text)
    for phrase in phrases:
        words = " ".join(syllables(phrase))
        if f" {words} " not in f" {plain if words == folded(words) else text} ":
            return False
    return True
