"""Batches of records inverted by several processes at once; when they are few, by this one alone."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from indexer.build.invert import invert
from indexer.build.segment import Segmenter
from indexer.records.record import IndexRecord

if TYPE_CHECKING:
    from concurrent.futures import Future

BATCH = 2000
"""Records of a run: few enough to fit in memory, enough that a lexicon is merged from few runs."""
FEW = 2000
"""So many records are inverted before a pool of processes is up."""
AHEAD = 3
"""Batches under way for each process, the one in work among them."""
_LOOK = 0.2
"""Seconds between two looks at the processes' progress."""
_STOP = -1

Told = Callable[[int], None]


class Batches:
    """Inverts records while they pass through; `runs` are the files made, in order."""

    def __init__(self, cache: Path, folder: Path, average: dict[str, float], count: int) -> None:
        self._cache, self._folder, self._average = cache, folder, average
        self._processes = os.cpu_count() or 1 if count > FEW else 0
        self.runs: list[Path] = []

    def passing(self, records: Iterable[IndexRecord], progress: Told) -> Iterator[IndexRecord]:
        """The records, in order; when the last is taken every run is written. `progress` is told how many are done."""
        batches = _batched(records)
        return self._spread(batches, progress) if self._processes else self._alone(batches, progress)

    def _alone(self, batches: Iterator[_Batch], progress: Told) -> Iterator[IndexRecord]:
        segmenter, done = Segmenter(self._cache), 0

        def told(more: int) -> None:
            nonlocal done
            progress(done := done + more)

        for first, batch in batches:
            compounds = _compounds(segmenter, batch, told)
            invert(batch, compounds, self._average, first, self._run())
            yield from batch
        segmenter.close()

    def _spread(self, batches: Iterator[_Batch], progress: Told) -> Iterator[IndexRecord]:
        from concurrent.futures import ProcessPoolExecutor  # not for the few records of an edited corpus

        counter = multiprocessing.Value("l", 0)
        with ProcessPoolExecutor(self._processes, initializer=_prepare, initargs=(self._cache, counter)) as pool:
            waiting: set[Future[None]] = set()
            try:
                for first, batch in batches:
                    waiting.add(pool.submit(_in_process, batch, first, self._average, self._run()))
                    yield from batch
                    self._await(waiting, self._processes * AHEAD, counter, progress)
                self._await(waiting, 0, counter, progress)
            except BaseException:
                counter.value = _STOP
                pool.shutdown(cancel_futures=True)
                raise

    def _await(self, waiting: set[Future[None]], most: int, counter: Any, progress: Told) -> None:
        """Until at most so many batches are under way. An error in another process is raised here."""
        from concurrent.futures import FIRST_COMPLETED, wait

        while len(waiting) > most:
            done, _ = wait(waiting, _LOOK, FIRST_COMPLETED)
            for future in done:
                future.result()
            waiting -= done
            progress(counter.value)

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
    """The text of a record that is cut into words."""
    return f"{record.title}\n{record.text}"


def _compounds(segmenter: Segmenter, batch: Sequence[IndexRecord], told: Told) -> list[list[str]]:
    return segmenter.compounds([segmented(record) for record in batch], told)


_here: dict[str, Any] = {}
"""What a process of the pool keeps between two batches."""


def _prepare(cache: Path, counter: Any) -> None:
    """Before the first batch of a process: a break (Ctrl-C) is for the first process to act upon, and no process
    outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _here.update(segmenter=Segmenter(cache), counter=counter)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _in_process(batch: Sequence[IndexRecord], first: int, average: dict[str, float], run: Path) -> None:
    invert(batch, _compounds(_here["segmenter"], batch, _told), average, first, run)


def _told(more: int) -> None:
    counter = _here["counter"]
    with counter.get_lock():
        if counter.value == _STOP:
            raise InterruptedError("the build was broken off")
        counter.value += more
