"""Seconds to build an index of articles, against segmenting the same texts alone, on all cores, in one run.

    python -m tests.bench.building --articles articles.jsonl.xz [--count 10000]

Segmentation alone is underthesea over the same texts in as many processes as there are cores: no build can take less.
Memory is that of all processes of the build together: their proportional set size (Linux), sampled ten times a second.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from indexer.build.batches import segmented
from indexer.build.build import build_records
from indexer.records.articles import Articles
from indexer.records.record import IndexRecord


class First:
    """The first `count` articles, iterable more than once."""

    def __init__(self, path: Path, count: int | None) -> None:
        self._articles, self._count = Articles(path), count

    def __iter__(self) -> Iterator[IndexRecord]:
        return islice(iter(self._articles), self._count)


def words(text: str) -> int:
    """Segment one text, as a process of its own does."""
    from underthesea import word_tokenize

    return len(word_tokenize(text))


def segmentation(records: First) -> None:
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for _ in pool.imap_unordered(words, map(segmented, records), 100):
            pass


def memory() -> int:
    """kB that this process and its children hold, shared pages divided among those that share them."""
    mine, total = str(os.getpid()), 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
            if mine in (process.name, parent):
                lines = (process / "smaps_rollup").read_text().splitlines()
                total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue  # it has ended meanwhile
    return total


def watched(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds that `work` takes, and the peak of memory meanwhile, MB."""
    samples, over = [0], threading.Event()

    def sample() -> None:
        while not over.wait(0.1):
            samples.append(memory())

    thread = threading.Thread(target=sample)
    thread.start()
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    over.set()
    thread.join()
    return seconds, max(samples) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--count", type=int)
    options = parser.parse_args()
    records = First(options.articles, options.count)
    alone, held = watched(lambda: segmentation(records))
    print(f"segmentation alone {alone:.1f} s, {held:.0f} MB", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("built cold", "built again, nothing new"):
            seconds, held = watched(lambda: build_records(records, Path(folder), {}))
            ratio = seconds / alone
            print(f"{name} {seconds:.1f} s, {ratio:.2f} × (bound 1.3), {held:.0f} MB (bound 2000)", flush=True)


if __name__ == "__main__":
    main()
