"""Records to postings: one run for each batch of records, all runs merged into one lexicon.

A run is a file of (key, record numbers, weight codes), sorted by key; because batches follow one another, the
postings of a key are those of its runs, end to end. Inverting by sorted runs (Witten, Moffat & Bell 1999, ch. 5)
keeps memory to one batch and lets several processes make runs at once.
"""

from __future__ import annotations

import heapq
import marshal
from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from indexer.analysis import SEPARATOR, compound_terms, key_of, text_terms
from indexer.engines.weight_codes import ONCE
from indexer.query.questions import definition_terms, name_term
from indexer.ranking.weights import weigh
from indexer.records.facets import facet_keys
from indexer.records.record import IndexRecord

Postings = tuple["array[int]", bytes]
"""Record numbers, ascending, and the weight code of each."""
_Entry = tuple[str, bytes, bytes]
"""A key, its record numbers and their weight codes."""
_ENTRIES_PER_BLOCK = 500
"""Entries written and read as one block: reading them one at a time takes ten times as long."""


def lengths_of(record: IndexRecord) -> dict[str, int]:
    """Field -> its length in words separated by white space."""
    return {name: len(text.split()) for name, text in _texts(record).items()}


def invert(
    records: Sequence[IndexRecord], compounds: Sequence[list[str]], average: dict[str, float], first: int, run: Path
) -> None:
    """Write the run of a batch.

    `compounds` are those of each record, `average` the mean length of each field in words; the records are numbered
    from `first`.
    """
    postings: dict[str, list[int]] = {}
    for number, (record, words) in enumerate(zip(records, compounds, strict=True), first):
        for term, code in _codes(record, words, average).items():
            postings.setdefault(term, []).append(number << 8 | code)
    keyed = sorted((_key(term), listed) for term, listed in postings.items())
    with run.open("wb") as file:
        for start in range(0, len(keyed), _ENTRIES_PER_BLOCK):
            marshal.dump([_packed(*entry) for entry in keyed[start : start + _ENTRIES_PER_BLOCK]], file, 2)


def keys_of(record: IndexRecord, words: list[str], average: dict[str, float]) -> dict[str, int]:
    """The weight code of each key of one record, in order; `words` are its compounds."""
    return dict(sorted((_key(term), code) for term, code in _codes(record, words, average).items()))


def _codes(record: IndexRecord, words: list[str], average: dict[str, float]) -> dict[str, int]:
    """The weight code of each term of a record; facets are keys."""
    fields = {name: text_terms(text) for name, text in _texts(record).items()}
    fields["text"] += compound_terms(words)
    single = {*record.numbers, *definition_terms(record.text), name_term(record.title), *facet_keys(record)}
    return weigh(fields, lengths_of(record), average) | dict.fromkeys(single, ONCE)


def _key(term: str) -> str:
    return term if SEPARATOR in term else key_of(term)


def _packed(key: str, listed: list[int]) -> _Entry:
    ids = array("I", [posting >> 8 for posting in listed])
    return key, ids.tobytes(), bytes([posting & 255 for posting in listed])


def merged(runs: Sequence[Path]) -> Iterator[tuple[str, Postings]]:
    """Every key of `runs`, ascending, with its postings. `runs` are given in the order of their batches."""
    for key, parts in groupby(heapq.merge(*map(_read, runs), key=itemgetter(0)), key=itemgetter(0)):
        ids, codes = array("I"), b""
        for _, numbers, weights in parts:
            ids.frombytes(numbers)
            codes += weights
        yield key, (ids, codes)


def _read(run: Path) -> Iterator[_Entry]:
    size = run.stat().st_size
    with run.open("rb") as file:
        while file.tell() < size:
            yield from marshal.load(file)


def _texts(record: IndexRecord) -> dict[str, str]:
    return {
        "title": "\n".join((record.title, *record.names)),
        "text": record.text,
        "context": record.context,
        "hints": record.hints,
    }
