"""The lexicon and the posting lists as shards, arranged for few and small loads.

A row is ``key form list form list …``. The rows of syllables, a thousand or two, come with the root. All other rows
stand in ``terms`` shards by the hash of their place; a compound, a definition and a name have theirs with the pair of
syllables that they begin with, which a query of theirs looks up anyway, so a question costs one small shard a pair.
Their lists stand in the rows; those of syllables in ``lists`` shards, the commonest syllables in one together, because
nearly every question has some of them. So all that ranks a question is known from the root and loaded in one round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from zlib import crc32

from indexer.analysis import SEPARATOR
from indexer.browser.pack import gaps, pack, units
from indexer.browser.shards import Shards
from indexer.engines.port import Index, Postings
from kb.language.fold import folded

_Entry = tuple[str, list[tuple[str, Postings]]]

SHORT, SHORT_OF_SYLLABLE = 2000, 2
"""Postings at most of a list that stands in its row: the rows of syllables are loaded by everyone."""
TERMS_SIZE, LISTS_SIZE, COMMON_SIZE = 450, 400, 16_000
"""Bytes of a shard before compression; of the shard of the commonest at most."""
_FACETS = ("=", "~")


def write_terms(index: Index, shards: Shards) -> dict[str, Any]:
    """Write lexicon and lists; what the query side must know to find them."""
    least = 255
    common: list[_Entry] = []
    for key, forms in index.entries():
        least = min(least, *(min(codes) for _, (_, codes) in forms))
        if key.startswith("s:"):
            common.append((key, forms))
    lists = _Lists(shards, least)
    lists.write_common(sorted(common, key=lambda entry: (-sum(len(ids) for _, (ids, _) in entry[1]), entry[0])))
    syllables, others = list[str](), list[tuple[str, str]]()
    for key, row in _rows(index, lists):
        if key.startswith("s:"):
            syllables.append(row[2:])
        else:
            others.append((place_of(key), row))
    lists.close()
    buckets = _write_buckets(shards, others)
    limits = {"short": SHORT, "shortOfSyllable": SHORT_OF_SYLLABLE, "leastCode": least}
    return {"syllables": syllables, "buckets": buckets, **limits}


def place_of(key: str) -> str:
    """Where a key of the lexicon has its place: a number at its ordinal, longer terms at their first pair."""
    if key.startswith("n:"):
        digits = re.search(r"\d+", key)
        return f"n:{digits[0] if digits else ''}"
    if key[:2] in ("c:", "d:", "x:"):
        return "b:" + "_".join(folded(word) for word in key[2:].split("_")[:2])
    return key


def packed_numbers(numbers: Iterable[int]) -> str:
    """Ascending record numbers, packed."""
    return pack(gaps(numbers))


def _rows(index: Index, lists: _Lists) -> Iterator[tuple[str, str]]:
    for key, forms in index.entries():
        if key.startswith(_FACETS):
            continue
        parts = [key]
        for written, postings in forms:
            parts += (written, lists.put(key, written, postings))
        lists.end_key()
        yield key, " ".join(parts)


def _write_buckets(shards: Shards, rows: list[tuple[str, str]]) -> int:
    count = sum(len(row.encode()) for _, row in rows) // TERMS_SIZE + 1
    buckets: list[list[str]] = [[] for _ in range(count)]
    for place, row in rows:
        buckets[crc32(place.encode()) % count].append(row)
    for number, held in enumerate(buckets):
        shards.write(f"terms-{number}", held)
    return count


class _Lists:
    """Posting lists, the long ones in shards of their own; shard 0 holds the commonest."""

    def __init__(self, shards: Shards, least: int) -> None:
        self._shards = shards
        self._least = least
        self._number = 0
        self._held, self._size, self._units = list[str](), 0, 0
        self._common: dict[str, str] = {}

    def write_common(self, entries: list[_Entry]) -> None:
        """Write the lists of the first of the lexicon's entries together, as far as they fit."""
        for key, forms in entries:
            packed = [(written, self._packed(postings)) for written, postings in forms]
            if self._held and self._size + sum(len(text.encode()) for _, text in packed) > COMMON_SIZE:
                break
            self._common.update({key + SEPARATOR + written: self._add(text) for written, text in packed})
        self.close()

    def put(self, key: str, written: str, postings: Postings) -> str:
        """What stands in the row: count, highest code, and the list or where it is."""
        ids, codes = postings
        head = pack((len(ids), max(codes) - self._least))
        if len(ids) <= (SHORT_OF_SYLLABLE if key.startswith("s:") else SHORT):
            return head + self._packed(postings)
        return head + (self._common.get(key + SEPARATOR + written) or self._add(self._packed(postings)))

    def end_key(self) -> None:
        """The lists of one key are asked for together, so a shard ends only after all of them."""
        if self._size > LISTS_SIZE:
            self.close()

    def _packed(self, postings: Postings) -> str:
        ids, codes = postings
        return packed_numbers(ids) + pack(code - self._least for code in codes)

    def _add(self, packed: str) -> str:
        where = pack((self._number, self._units))
        self._held.append(packed)
        self._size += len(packed.encode())
        self._units += units(packed)
        return where

    def close(self) -> None:
        """Write the shard that is being filled."""
        self._shards.write(f"lists-{self._number}", "".join(self._held))
        self._number += 1
        self._held, self._size, self._units = [], 0, 0
