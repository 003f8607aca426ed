"""An index with every record of another one several times, the copies with other ids.

    python -m tests.bench.enlarged --from DIR --to DIR --times 10 [--engine opensearch --url URL --alias NAME]

Posting lists are copied as they are, so nothing is analysed again: it is the index that `kb index` makes of a file
which holds the articles so many times, one whole copy after another.
"""

from __future__ import annotations

import argparse
from array import array
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from indexer.analysis import SEPARATOR
from indexer.engines.opening import SETTING, engine_named, open_index
from indexer.engines.port import EngineRecord, Index, Postings
from indexer.manifest import CURRENT, ENGINE_SETTINGS, GLOSSARY, MANIFEST, VERSION, sizes_of, usable, write_table


def records(index: Index, times: int) -> Iterator[EngineRecord]:
    columns = [index.column(name) for name in ("factor", "issued", "rank")]
    factor, issued, rank = (
        column or [default] * index.count for column, default in zip(columns, (1, 0, 0), strict=True)
    )
    for copy in range(times):
        for number, stored in enumerate(index.stored(range(index.count))):
            named = {**stored, "id": f"{stored['id']}~{copy}"} if copy else stored
            yield EngineRecord(named, factor[number], int(issued[number]), int(rank[number]))


def terms(index: Index, times: int) -> Iterator[tuple[str, Postings]]:
    for folded, forms in index.entries():
        for written, (numbers, codes) in forms:
            copied = array("I")
            for first in range(0, times * index.count, index.count):
                copied.extend([first + number for number in numbers])
            yield f"{folded}{SEPARATOR}{written}", (copied, bytes(codes) * times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="source", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--engine", default="whoosh")
    for name in ("url", "alias", "shards", "replicas"):
        parser.add_argument(f"--{name}")
    given = parser.parse_args()
    index, folder = open_index(usable(given.source)), given.to / f"index-{uuid4().hex[:12]}"
    folder.mkdir(parents=True)
    settings = {name: getattr(given, name) for name in ("url", "alias", "shards", "replicas") if getattr(given, name)}
    if settings:
        write_table(folder / ENGINE_SETTINGS, settings)
    count = given.times * index.count
    engine_named(given.engine).write(folder, records(index, given.times), terms(index, given.times), count)
    write_table(folder / GLOSSARY, {})
    write_table(folder / MANIFEST, {"version": VERSION, SETTING: given.engine, **sizes_of(folder)})
    (given.to / CURRENT).write_text(folder.name + "\n", "utf-8")
    print(f"{count} records")


if __name__ == "__main__":
    main()
