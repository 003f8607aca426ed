"""The same questions to an embedded index and to one in a cluster, in one run.

    python -m tests.bench.cluster --queries FILE --embedded DIR --cluster DIR [--readers 16] [--seconds 60] [--every 1]

Both indices hold the same records (`kb index`). `same ten` is the share of questions, as typed and without
diacritics, whose first ten and scores are equal; `p50` and `p95` are milliseconds of the 200 longest questions of one
reader; `a second` is how many of all questions so many readers, a process each, are answered. `processor` is the time
of all processors for a question, here and in the nodes: what is left to compare on a machine that does other work.
`--every 5` asks each fifth question only.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from indexer.engines.adapters.opensearch.connection import connect
from indexer.engines.adapters.opensearch.reading import ClusterIndex
from indexer.search import MAX_QUERY, Searcher
from kb.language.fold import folded

LONGEST = 200


def questions(path: Path) -> list[str]:
    return [json.loads(line)["text"][:MAX_QUERY] for line in path.read_text("utf-8").splitlines()]


def processor(searcher: Searcher) -> tuple[float, float]:
    """Seconds that this process and the nodes of the index have computed."""
    here = time.process_time()
    if not isinstance(searcher.index, ClusterIndex):
        return here, 0.0
    nodes = connect(searcher.index.url).nodes.stats(metric="process")["nodes"].values()
    return here, sum(node["process"]["cpu"]["total_in_millis"] for node in nodes) / 1000


def same_ten(embedded: Searcher, cluster: Searcher, asked: list[str]) -> float:
    def first(searcher: Searcher, query: str) -> Any:
        return [(hit.id, hit.score) for hit in searcher.answer(query).hits]

    both = [*asked, *map(folded, asked)]
    return sum(bool(first(embedded, query) == first(cluster, query)) for query in both) / len(both)


def latencies(searcher: Searcher, asked: list[str]) -> list[float]:
    """Milliseconds of each question."""
    spent = []
    for query in asked:
        start = time.perf_counter()
        searcher.answer(query)
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def read(directory: Path, asked: list[str], first: int, start: float, seconds: float) -> int:
    """How many questions a reader is answered in so many seconds from `start`, a reading of `time.time`."""
    searcher, done = Searcher(directory), 0
    time.sleep(max(0.0, start - time.time()))
    for query in islice(cycle(asked), first, None):
        if time.time() >= start + seconds:
            break
        searcher.answer(query)
        done += 1
    return done


def throughput(directory: Path, asked: list[str], readers: int, seconds: float) -> float:
    """Questions a second, of so many readers."""
    start = time.time() + 2 + readers / 4
    tasks = [(directory, asked, place * 37 % len(asked), start, seconds) for place in range(readers)]
    with get_context("spawn").Pool(readers) as pool:
        return sum(pool.starmap(read, tasks, chunksize=1)) / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--embedded", type=Path, required=True)
    parser.add_argument("--cluster", type=Path, required=True)
    parser.add_argument("--readers", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    asked = questions(given.queries)
    longest = sorted(asked, key=len)[-LONGEST :: given.every]
    asked = asked[:: given.every]
    searchers = {name: Searcher(getattr(given, name)) for name in ("embedded", "cluster")}
    for name, searcher in searchers.items():
        before = processor(searcher)
        spent = latencies(searcher, longest)
        here, nodes = (
            1000 * (end - start) / len(spent) for start, end in zip(before, processor(searcher), strict=True)
        )
        p50, p95 = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
        told = f"p50 {p50:.0f} ms, p95 {p95:.0f} ms, processor {here:.0f} ms here, {nodes:.0f} ms in the nodes"
        print(f"{name}: {searcher.index.count} records, {len(spent)} questions, {told}", flush=True)
    for name in searchers:
        answered = throughput(getattr(given, name), asked, given.readers, given.seconds)
        print(f"{name}: {given.readers} readers, {answered:.1f} a second", flush=True)
    print(
        f"same ten: {same_ten(searchers['embedded'], searchers['cluster'], asked):.2%} of {2 * len(asked)}", flush=True
    )


if __name__ == "__main__":
    main()
