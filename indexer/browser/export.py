"""An index as static shards for the search of the site: the same records, terms, weights and factors.

`export` writes ``root.js`` (settings, glossary, the places of the rest), ``terms-…`` and ``lists-…`` (the lexicon),
``records-…`` (what is shown of a record), ``facet-…`` and ``days`` (what results are filtered and sorted by).
Nothing in them depends on the clock or the machine: one index gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from indexer.browser.pack import pack
from indexer.browser.settings import settings
from indexer.browser.shards import SLOT, Shards, blocks
from indexer.browser.sketches import needed
from indexer.browser.terms import packed_numbers, write_terms
from indexer.engines.opening import open_index
from indexer.engines.port import Index
from indexer.manifest import GLOSSARY, WITHOUT_RECORD, read_table, usable
from indexer.query.facets import NAMES

RECORDS_SIZE = 1500
"""Bytes of a shard of records before compression: a hit needs one record of it."""
FIELDS = (
    "id", "kind", "kind_label", "number", "title", "section", "status", "status_label", "url", "year", "issuers",
    "prior", "names", "text", "sketch",
)  # fmt: skip
"""What is kept of a record, in this order."""


def export(
    index: Path,
    folder: Path,
    registered: Iterable[tuple[str, Any]] = (),
    page_of: Callable[[str], str] | None = None,
) -> None:
    """Write the index in use at `index` into `folder`. Raises IndexUnusable where there is none.

    `registered` are the shards of a register (`indexer.browser.registered`); `page_of` gives the page on the site of
    the record of an id, where that is not the address that the index holds.
    """
    folder_in_use = usable(index)
    opened = open_index(folder_in_use)
    shards = Shards(folder)
    root = {
        "count": opened.count,
        "settings": settings(),
        "glossary": read_table(folder_in_use / GLOSSARY),
        "withoutRecord": _without_record(folder_in_use),
        "terms": write_terms(opened, shards),
        "records": {"fields": FIELDS, "firsts": _write_records(opened, shards, page_of)},
        "factors": _factors(opened),
        "facets": _write_facets(opened, shards),
    }
    columns = {name: [*map(int, opened.column(name) or ())] for name in ("issued", "rank")}
    shards.write("days", columns)
    has_register = False
    for name, value in registered:
        shards.write(name, value)
        has_register = True
    packed = {family: pack(sizes) for family, sizes in shards.write_pack().items()}
    said = {"registered": has_register, "packed": packed, "slot": SLOT, "version": shards.version}
    shards.write("root", root | said)
    shards.tidy()


def _without_record(folder: Path) -> dict[str, str] | None:
    """What is known of numbers without a record; None for an index that is not a corpus's."""
    return read_table(folder / WITHOUT_RECORD) if (folder / WITHOUT_RECORD).is_file() else None


def _write_records(index: Index, shards: Shards, page_of: Callable[[str], str] | None) -> str:
    """Write what is shown of each record; the numbers with which the shards begin, packed."""
    kept = list(index.stored(range(index.count)))
    if page_of:
        kept = [{**stored, "url": page_of(stored["id"])} for stored in kept]
    sketches = needed([(stored["kind"], stored["sketch"]) for stored in kept])
    rows = (
        (str(number), _record({**stored, "sketch": sketch}))
        for number, (stored, sketch) in enumerate(zip(kept, sketches, strict=True))
    )
    firsts = []
    for place, (first, held) in enumerate(blocks(rows, RECORDS_SIZE)):
        shards.write(f"records-{place}", [json.loads(text) for text in held])
        firsts.append(int(first))
    return packed_numbers(firsts)


def _record(stored: Mapping[str, Any]) -> str:
    """The fields of a record as JSON, its text on one line: no reader of it needs other white space than blanks."""
    values = [" ".join(stored[name].split()) if name == "text" else stored[name] for name in FIELDS]
    return json.dumps(values, ensure_ascii=False)


def _factors(index: Index) -> dict[str, Any] | None:
    """Each record's factor as a place in the table of those that occur; None when all are one."""
    column = index.column("factor")
    if not column:
        return None
    each = [column[number] for number in range(index.count)]
    table = sorted(set(each))
    places = {factor: place for place, factor in enumerate(table)}
    return {"table": table, "each": pack(places[factor] for factor in each)}


def _write_facets(index: Index, shards: Shards) -> list[str]:
    """Write the values of each facet, with their records; the facets that have any."""
    written = []
    for name in NAMES:
        rows = [
            [prefix, value, label, packed_numbers(sorted(numbers))]
            for prefix in ("=", "~")
            for value, label, numbers in index.labels(f"{prefix}{name}:")
        ]
        if rows:
            shards.write(f"facet-{name}", rows)
            written.append(name)
    return written
