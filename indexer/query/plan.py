"""The query plan: engine-neutral data that says what is looked for and how much each find counts.

Weights are the importance of one kind of term against another, chosen by what carries meaning in
Vietnamese legal text, and measured in tests/indexer and tests/bench.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from indexer.query.glossary import contractions_in, expansions_in
from indexer.query.numbers import asked_articles, query_terms
from indexer.query.questions import asked_meaning, words_of_asking
from kb.language.fold import folded, syllables

NUMBER = 12.0
"""A number that exists in the index is what the user wants, whatever the other words."""
BIGRAM, SYLLABLE = 1.0, 0.6
"""Two adjacent syllables are close to a word; one alone is mostly noise."""
FOLDED_SHARE = 0.25
"""Of an accented term's weight, for its folded lookalike: đường is asked for, dương may be meant."""
UNMARKED_SHARE = 0.05
"""The same for a word as typed in a text without any diacritics: it says nothing of how the word is written."""
COMPOUND = 0.25
ARTICLE = 3.0
"""The article of the number that was typed, against the same words in others: "Điều 6 Luật Cư trú"."""
DEFINED = 6.0
"""The record that defines what a question asks the meaning of."""
EXPANDED = 0.8
"""An expansion of an abbreviation, against the same words typed in full."""
ABBREVIATION = 2.0
"""A known abbreviation, typed as one: a single syllable that stands for a whole phrase."""
CONTRACTED = 0.6

Exists = Callable[[str], bool]


class PlanTerm(NamedTuple):
    """A term, what a find of it counts, and the reading it comes from (shown by --explain)."""

    term: str
    weight: float
    reading: str


class QueryPlan(NamedTuple):
    """Terms that select and score; words to mark in snippets; abbreviations that were understood."""

    terms: tuple[PlanTerm, ...]
    words: tuple[str, ...]
    understood: dict[str, str]


def make_plan(query: str, glossary: Mapping[str, str], exists: Exists) -> QueryPlan:
    """Plan a query. `exists` says whether a term is in the index, which decides between readings."""
    text = query
    numbers, consumed = _numbers(text, exists)
    expanded = {k: v for k, v in expansions_in(text, glossary).items() if folded(k) not in consumed}
    contracted = contractions_in(text, glossary)
    terms: dict[str, PlanTerm] = {}
    readings = [*numbers, *_text(text, 1.0, "chữ", exists)]
    meaning = asked_meaning(text)
    if meaning and exists(meaning):
        readings.append(PlanTerm(meaning, DEFINED, "định nghĩa"))
    readings += (PlanTerm(term, ARTICLE, "số điều") for term in asked_articles(text) if exists(term))
    for short, long in expanded.items():
        readings.append(PlanTerm(f"s:{short.lower()}", ABBREVIATION, f"{short} như gõ"))
        readings += _text(long, EXPANDED, f"{short} = {long}", exists)
    for short, long in contracted.items():
        readings.append(PlanTerm(f"s:{short.lower()}", CONTRACTED, f"{long} = {short}"))
    for term in readings:
        if term.term not in terms or terms[term.term].weight < term.weight:
            terms[term.term] = term
    words = (*syllables(text), *(w for long in expanded.values() for w in syllables(long)), *map(str.lower, contracted))
    return QueryPlan(tuple(terms.values()), tuple(dict.fromkeys(words)), {**expanded, **contracted})


def _numbers(text: str, exists: Exists) -> tuple[list[PlanTerm], set[str]]:
    """Number readings that the index knows, and the words they were read from."""
    found = [(term, words) for term, words in query_terms(text) if exists(term)]
    consumed = {word for _, words in found for word in re.split(r"[\s/-]+", words)}
    return [PlanTerm(term, NUMBER, "số hiệu") for term, _ in found], consumed


def _text(text: str, share: float, reading: str, exists: Exists) -> Iterator[PlanTerm]:
    words = syllables(text)
    plain = [folded(word) for word in words]
    asking = words_of_asking(words, plain)
    less = UNMARKED_SHARE if words == plain else FOLDED_SHARE
    for word, bare, only_asks in zip(words, plain, asking, strict=True):
        if not only_asks:
            yield from _accented(f"s:{word}", f"f:{bare}", word == bare, share * SYLLABLE, less, reading)
    for i in range(len(words) - 1):
        if asking[i] and asking[i + 1]:
            continue
        pair, bare = f"{words[i]}_{words[i + 1]}", f"{plain[i]}_{plain[i + 1]}"
        yield from _accented(f"b:{pair}", f"g:{bare}", pair == bare, share * BIGRAM, less, reading)
    for length in (2, 3, 4):
        for i in range(len(words) - length + 1):
            compound = "c:" + "_".join(words[i : i + length])
            if exists(compound):
                yield PlanTerm(compound, share * COMPOUND, "từ ghép")


def _accented(exact: str, bare: str, typed_bare: bool, weight: float, less: float, reading: str) -> Iterator[PlanTerm]:
    """An accented term trusts its exact form; one typed bare may be any lookalike. `less`: the other's share."""
    if typed_bare:
        yield PlanTerm(bare, weight, f"{reading} (không dấu)")
        yield PlanTerm(exact, weight * less, f"{reading} (đúng như gõ)")
    else:
        yield PlanTerm(exact, weight, f"{reading} (đúng dấu)")
        yield PlanTerm(bare, weight * less, f"{reading} (gần giống)")
