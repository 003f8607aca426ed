"""What the register says of a number, as shards: the words of the terminal, made when the site is built.

A shard maps the key of a number to its documents, [number, line, address, days] each; a number that is only known has
none. Days tell a document from one of the same number that the corpus holds; there are none where it is told only of a
number that the corpus does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from mmap import mmap

from kb.register.describing import entry_line, is_of_province
from kb.register.entry import RegisterEntry
from kb.register.entry_words import KNOWN_ALONE
from kb.register.layers import Layer, LayerRegister
from kb.register.lookup import KNOWN, LAW, Register
from kb.register.shards import SHARDS, sharded

CONSTANTS = {"shards": SHARDS, "known": KNOWN_ALONE}
"""What `site/docs/assets/search/engine/registered.js` shares with this module."""
Rows = dict[str, list[tuple[str, str, str, tuple[str, ...]]]]


def register_shards(
    lines: bytes | mmap, day: date, address: Callable[[RegisterEntry], str]
) -> Iterator[tuple[str, Rows]]:
    """(name, value) of each shard, for the sorted lines of a register (`kb.register.compiled`); none where it is empty.

    `address` gives the page of a document from the root of the site, empty where there is none. A name without a hyphen
    keeps a shard out of the pack, whose table everybody loads.
    """
    held = LayerRegister(Layer.REGISTER, Register(lines))
    for number, content in enumerate(sharded(lines)[1] if held.register else ()):
        yield f"register{number}", _rows(held, content, day, address)


def _rows(held: LayerRegister, content: bytes, day: date, address: Callable[[RegisterEntry], str]) -> Rows:
    rows: Rows = {}
    for line in content.decode().splitlines():
        key, _, row = line.partition("\t")
        if key.startswith(KNOWN):
            rows.setdefault(key.removeprefix(KNOWN), [])
        elif not key.startswith(LAW):
            entry = RegisterEntry.parse(row)
            days = () if is_of_province(held, entry) else entry.days
            rows.setdefault(key, []).append((entry.number, entry_line(held, entry, day), address(entry), days))
    return rows
