"""The same questions to an embedded index and to one in a cluster, in one run.

    python -m tests.bench.cluster --queries FILE --embedded DIR --cluster DIR [--readers 16] [--seconds 60]

Both indices hold the same records (`kb index`). `same ten` is the share of questions, as typed and without
diacritics, whose first ten and scores are equal; `p50` and `p95` are milliseconds of the 200 longest questions of one
reader; `a second` is how many of all questions so many readers, a process each, are answered.
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

from indexer.search import MAX_QUERY, Searcher
from kb.language.fold import folded

LONGEST = 200


def questions(path: Path) -> list[str]:
    return [json.loads(line)["text"][:MAX_QUERY] for line in path.read_text("utf-8").splitlines()]


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
    given = parser.parse_args()
    asked = questions(given.queries)
    longest = sorted(asked, key=len)[-LONGEST:]
    searchers = {name: Searcher(getattr(given, name)) for name in ("embedded", "cluster")}
    for name, searcher in searchers.items():
        spent = latencies(searcher, longest)
        p50, p95 = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
        print(f"{name}: {searcher.index.count} records, p50 {p50:.0f} ms, p95 {p95:.0f} ms", flush=True)
    print(
        f"same ten: {same_ten(searchers['embedded'], searchers['cluster'], asked):.2%} of {2 * len(asked)}", flush=True
    )
    for name in searchers:
        answered = throughput(getattr(given, name), asked, given.readers, given.seconds)
        print(f"{name}: {given.readers} readers, {answered:.1f} a second", flush=True)


if __name__ == "__main__":
    main()
