"""The lexicon and the posting lists as shards.

A row of a ``terms`` shard is ``key form list form list …``: short lists stand in the row, long ones in the ``lists``
shards. Rows are ordered by place. A compound has its place beside the pair of syllables it begins with, which a
query with the compound looks up anyway; so a question over ten thousand terms costs a shard a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from indexer.analysis import SEPARATOR
from indexer.browser.pack import gaps, pack, units
from indexer.browser.shards import Shards, blocks
from indexer.fold import folded

if TYPE_CHECKING:
    from indexer.engines.postings import Form, Postings
    from indexer.engines.whoosh import Reader

SHORT = 40
"""Postings of a list that stands in its row."""
TERMS_SIZE, LISTS_SIZE = 700, 400
"""Bytes of a shard before compression: a query needs one row of most."""
_FACETS = ("=", "~")


def write_terms(index: Reader, shards: Shards) -> dict[str, Any]:
    """Write lexicon and lists; what the query side must know to find them."""
    least = min((min(codes) for _, forms in index.entries() for _, (_, codes) in forms), default=0)
    lists = _Lists(shards, least)
    rows = sorted(_rows(index, lists))
    lists.close()
    firsts = []
    for number, (first, held) in enumerate(blocks(rows, TERMS_SIZE)):
        shards.write(f"terms-{number}", held)
        firsts.append(first)
    return {"firsts": " ".join(firsts), "short": SHORT, "leastCode": least}


def place_of(key: str) -> str:
    """Where a key of the lexicon has its place."""
    if key.startswith("c:"):
        return "b:" + "_".join(folded(word) for word in key[2:].split("_")[:2])
    return key


def _rows(index: Reader, lists: _Lists) -> Iterator[tuple[str, str]]:
    for entry, forms in index.entries():
        key = entry.removesuffix(SEPARATOR)
        if key.startswith(_FACETS):
            continue
        parts = [key]
        for form, postings in forms:
            parts += (form.written, lists.put(form, postings))
        yield place_of(key), " ".join(parts)


class _Lists:
    """Posting lists, the long ones in shards of their own."""

    def __init__(self, shards: Shards, least: int) -> None:
        self._shards = shards
        self._least = least
        self._number = 0
        self._held, self._size, self._units = list[str](), 0, 0

    def put(self, form: Form, postings: Postings) -> str:
        """What stands in the row: count, highest code, and the list or where it is."""
        ids, codes = postings
        packed = pack(gaps(ids)) + pack(code - self._least for code in codes)
        head = pack((len(ids), form.top - self._least))
        if len(ids) <= SHORT:
            return head + packed
        if self._held and self._size + len(packed.encode()) > LISTS_SIZE:
            self.close()
        start = self._units
        self._held.append(packed)
        self._size += len(packed.encode())
        self._units += units(packed)
        return head + pack((self._number, start))

    def close(self) -> None:
        """Write the shard that is being filled."""
        if self._held:
            self._shards.write(f"lists-{self._number}", "".join(self._held))
            self._number += 1
            self._held, self._size, self._units = [], 0, 0


def packed_numbers(numbers: Iterable[int]) -> str:
    """Ascending record numbers, packed."""
    return pack(gaps(numbers))
