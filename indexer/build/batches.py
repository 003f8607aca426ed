"""Records inverted batch by batch: by a pool of processes, or by this process where they are few."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from multiprocessing import parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indexer.build.invert import invert
from indexer.build.segment import Segmenter
from indexer.records.record import IndexRecord
from kb.processes import pool_context

if TYPE_CHECKING:
    from concurrent.futures import Future

BATCH = 2000
"""Records of a run: few enough to fit in memory, enough that the lexicon is merged from few runs."""
POOL_THRESHOLD = 2000
"""More records than this are inverted by a pool of processes: fewer are done before the pool has started."""
BATCHES_PER_PROCESS = 3
"""Batches submitted for each process and not yet done, the one in work among them: bounds the memory they take."""
_POLL_INTERVAL = 0.2
"""Seconds between two readings of the processes' progress."""
_CANCELLED = -1
"""Value of the shared counter that stops every process of the pool."""

Report = Callable[[int], None]


class Batches:
    """Inverts records while they pass through.

    `cache` is the segmenter's, `folder` takes the runs, `average` is the mean length of each field in words, `count`
    the number of records. `runs` are the files made, in the order of their batches.
    """

    def __init__(self, cache: Path, folder: Path, average: dict[str, float], count: int) -> None:
        self._cache, self._folder, self._average = cache, folder, average
        self._processes = os.cpu_count() or 1 if count > POOL_THRESHOLD else 0
        self.runs: list[Path] = []

    def passing(self, records: Iterable[IndexRecord], report: Report) -> Iterator[IndexRecord]:
        """The records, in order; when the last is taken every run is written.

        `report` is called with the number of records done. An error of a process of the pool is raised here.
        """
        batches = _batched(records)
        counter = _shared_counter() if self._processes else None
        return self._in_pool(batches, counter, report) if counter else self._here(batches, report)

    def _here(self, batches: Iterator[_Batch], report: Report) -> Iterator[IndexRecord]:
        done = 0

        def add(more: int) -> None:
            nonlocal done
            report(done := done + more)

        with closing(Segmenter(self._cache)) as segmenter:
            for first, batch in batches:
                invert(batch, _compounds(segmenter, batch, add), self._average, first, self._run())
                yield from batch

    def _in_pool(self, batches: Iterator[_Batch], counter: Any, report: Report) -> Iterator[IndexRecord]:
        from concurrent.futures import ProcessPoolExecutor  # a small build does not import it

        with ProcessPoolExecutor(self._processes, pool_context(), _prepare, (self._cache, counter)) as pool:
            waiting: set[Future[None]] = set()
            try:
                for first, batch in batches:
                    waiting.add(pool.submit(_in_process, batch, first, self._average, self._run()))
                    yield from batch
                    self._await(waiting, self._processes * BATCHES_PER_PROCESS, counter, report)
                self._await(waiting, 0, counter, report)
            except BaseException:
                counter.value = _CANCELLED
                pool.shutdown(cancel_futures=True)
                raise

    def _await(self, waiting: set[Future[None]], most: int, counter: Any, report: Report) -> None:
        """Wait until at most `most` batches are not yet done. Raises what a process of the pool raised."""
        from concurrent.futures import FIRST_COMPLETED, wait

        while len(waiting) > most:
            done, _ = wait(waiting, _POLL_INTERVAL, FIRST_COMPLETED)
            for future in done:
                future.result()
            waiting -= done
            report(counter.value)

    def _run(self) -> Path:
        self.runs.append(self._folder / f"run-{len(self.runs)}")
        return self.runs[-1]


_Batch = tuple[int, list[IndexRecord]]


def _batched(records: Iterable[IndexRecord]) -> Iterator[_Batch]:
    rows, first = iter(records), 0
    while batch := list(islice(rows, BATCH)):
        yield first, batch
        first += len(batch)


def segmented(record: IndexRecord) -> str:
    """The text of a record that is segmented into words."""
    return f"{record.title}\n{record.text}"


def _compounds(segmenter: Segmenter, batch: Sequence[IndexRecord], report: Report) -> list[list[str]]:
    return segmenter.compounds([segmented(record) for record in batch], report)


def _shared_counter() -> Any:
    """A counter that processes share; None where the system has no memory for it (/dev/shm), and none can be used."""
    try:
        return pool_context().Value("l", 0)
    except OSError:
        return None


_worker: dict[str, Any] = {}
"""What a process of the pool keeps between two batches: its segmenter, the counter shared by all."""


def _prepare(cache: Path, counter: Any) -> None:
    """Set up a process of the pool.

    It ignores an interrupt (Ctrl-C), which the process that builds acts upon, and ends when that process ends.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker.update(segmenter=Segmenter(cache), counter=counter)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _in_process(batch: Sequence[IndexRecord], first: int, average: dict[str, float], run: Path) -> None:
    invert(batch, _compounds(_worker["segmenter"], batch, _count), average, first, run)


def _count(more: int) -> None:
    """Add the records done to the shared counter. Raises InterruptedError once the build is cancelled."""
    counter = _worker["counter"]
    with counter.get_lock():
        if counter.value == _CANCELLED:
            raise InterruptedError("the build was cancelled")
        counter.value += more
