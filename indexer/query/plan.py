"""The query plan: engine-neutral data that says what is looked for and how much each find counts.

Weights are the importance of one kind of term against another, chosen by what carries meaning in
Vietnamese legal text, and measured in tests/indexer and tests/bench.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from indexer.query.glossary import contractions_in, expansions_in
from indexer.query.numbers import asked_articles, query_terms
from indexer.query.questions import asked_meaning, words_of_asking
from kb.language.fold import folded, syllables

NUMBER_WEIGHT = 12.0
"""A number that exists in the index is what the user wants, whatever the other words."""
BIGRAM_WEIGHT, SYLLABLE_WEIGHT = 1.0, 0.6
"""Two adjacent syllables are close to a word; one alone is mostly noise."""
FOLDED_SHARE = 0.25
"""Of an accented term's weight, for its folded lookalike: đường is asked for, dương may be meant."""
UNMARKED_SHARE = 0.05
"""The same for a word as typed in a text without any diacritics: it says nothing of how the word is written."""
COMPOUND_WEIGHT = 0.25
"""A compound of word segmentation, beside its syllables and pairs."""
COMPOUND_SYLLABLES = (2, 3, 4)
"""Lengths of the compounds that are looked up."""
ARTICLE_WEIGHT = 3.0
"""The article of the number that was typed, against the same words in others: "Điều 6 Luật Cư trú"."""
DEFINITION_WEIGHT = 6.0
"""The record that defines what a question asks the meaning of."""
EXPANSION_SHARE = 0.8
"""An expansion of an abbreviation, against the same words typed in full."""
ABBREVIATION_WEIGHT = 2.0
"""A known abbreviation, typed as one: a single syllable that stands for a whole phrase."""
CONTRACTION_WEIGHT = 0.6
"""The abbreviation of a phrase that was typed in full."""
CONSTANTS = {
    "NUMBER_WEIGHT": NUMBER_WEIGHT,
    "BIGRAM_WEIGHT": BIGRAM_WEIGHT,
    "SYLLABLE_WEIGHT": SYLLABLE_WEIGHT,
    "FOLDED_SHARE": FOLDED_SHARE,
    "UNMARKED_SHARE": UNMARKED_SHARE,
    "COMPOUND_WEIGHT": COMPOUND_WEIGHT,
    "COMPOUND_SYLLABLES": COMPOUND_SYLLABLES,
    "ARTICLE_WEIGHT": ARTICLE_WEIGHT,
    "DEFINITION_WEIGHT": DEFINITION_WEIGHT,
    "EXPANSION_SHARE": EXPANSION_SHARE,
    "ABBREVIATION_WEIGHT": ABBREVIATION_WEIGHT,
    "CONTRACTION_WEIGHT": CONTRACTION_WEIGHT,
}
"""What the browser's plan takes over (`indexer.browser.settings`)."""
IF_KNOWN = ("d:", "a:", "c:")
"""Kinds of terms that are only proposed: a definition, an article, a compound counts when the index has it."""

Known = Callable[[Iterable[str]], Container[str]]
"""Those of some terms that the index has (`indexer.engines.port.Index.look_up`)."""


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


def make_plan(query: str, glossary: Mapping[str, str], known: Known) -> QueryPlan:
    """Plan a query; `glossary` is abbreviation -> expansion. `known` decides between readings, asked twice at most.

    It is asked for every term that may come into the plan: a remote engine is asked once for all that is needed.
    """
    numbers, consumed = _numbers(query, known)
    expanded = {k: v for k, v in expansions_in(query, glossary).items() if folded(k) not in consumed}
    contracted = contractions_in(query, glossary)
    proposed = [*_text(query, 1.0, "chữ"), *_asked(query), *_abbreviated(expanded, contracted)]
    there = known({one.term for one in proposed})
    readings = [one for one in proposed if one.term in there or not one.term.startswith(IF_KNOWN)]
    words = [*syllables(query), *(word for long in expanded.values() for word in syllables(long))]
    return QueryPlan(
        _heaviest([*numbers, *readings]),
        tuple(dict.fromkeys([*words, *map(str.lower, contracted)])),
        {**expanded, **contracted},
    )


def _heaviest(readings: Iterable[PlanTerm]) -> tuple[PlanTerm, ...]:
    """Each term once, as the reading has it that counts most; in the order in which they were first read."""
    terms: dict[str, PlanTerm] = {}
    for one in readings:
        if one.term not in terms or terms[one.term].weight < one.weight:
            terms[one.term] = one
    return tuple(terms.values())


def _numbers(text: str, known: Known) -> tuple[list[PlanTerm], set[str]]:
    """Number readings that the index knows, and the words they were read from."""
    proposed = query_terms(text)
    there = known({term for term, _ in proposed}) if proposed else ()
    found = [(term, words) for term, words in proposed if term in there]
    consumed = {word for _, words in found for word in re.split(r"[\s/-]+", words)}
    return [PlanTerm(term, NUMBER_WEIGHT, "số hiệu") for term, _ in found], consumed


def _asked(text: str) -> Iterator[PlanTerm]:
    """What a question names beside its words: the thing whose meaning is asked for, articles by number."""
    meaning = asked_meaning(text)
    if meaning:
        yield PlanTerm(meaning, DEFINITION_WEIGHT, "định nghĩa")
    for term in asked_articles(text):
        yield PlanTerm(term, ARTICLE_WEIGHT, "số điều")


def _abbreviated(expanded: Mapping[str, str], contracted: Mapping[str, str]) -> Iterator[PlanTerm]:
    """Abbreviations as typed and written out; expansions as abbreviated."""
    for short, long in expanded.items():
        yield PlanTerm(f"s:{short.lower()}", ABBREVIATION_WEIGHT, f"{short} như gõ")
        yield from _text(long, EXPANSION_SHARE, f"{short} = {long}")
    for short, long in contracted.items():
        yield PlanTerm(f"s:{short.lower()}", CONTRACTION_WEIGHT, f"{long} = {short}")


def _text(text: str, share: float, reading: str) -> Iterator[PlanTerm]:
    """Syllables, pairs of adjacent syllables and proposed compounds; `share` is that of words typed in full."""
    words = syllables(text)
    plain = [folded(word) for word in words]
    asking = words_of_asking(words, plain)
    less = UNMARKED_SHARE if words == plain else FOLDED_SHARE
    for word, bare, only_asks in zip(words, plain, asking, strict=True):
        if not only_asks:
            yield from _accented(f"s:{word}", f"f:{bare}", word == bare, share * SYLLABLE_WEIGHT, less, reading)
    for i in range(len(words) - 1):
        if asking[i] and asking[i + 1]:
            continue
        pair, bare = f"{words[i]}_{words[i + 1]}", f"{plain[i]}_{plain[i + 1]}"
        yield from _accented(f"b:{pair}", f"g:{bare}", pair == bare, share * BIGRAM_WEIGHT, less, reading)
    for length in COMPOUND_SYLLABLES:
        for i in range(len(words) - length + 1):
            yield PlanTerm("c:" + "_".join(words[i : i + length]), share * COMPOUND_WEIGHT, "từ ghép")


def _accented(exact: str, bare: str, typed_bare: bool, weight: float, less: float, reading: str) -> Iterator[PlanTerm]:
    """An accented term trusts its exact form; one typed bare may be any lookalike. `less`: the other's share."""
    if typed_bare:
        yield PlanTerm(bare, weight, f"{reading} (không dấu)")
        yield PlanTerm(exact, weight * less, f"{reading} (đúng như gõ)")
    else:
        yield PlanTerm(exact, weight, f"{reading} (đúng dấu)")
        yield PlanTerm(bare, weight * less, f"{reading} (gần giống)")
