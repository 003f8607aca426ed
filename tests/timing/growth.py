"""How the processor time of a reader grows when parts of its text are repeated twice as often."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

Parts = Sequence["str | list[str]"]
"""A text to be grown: a string stands once, a list of one string is repeated."""
TOO_LONG = 20.0
"""Seconds after which a run is broken off: its time is infinite."""


class BrokenOffError(BaseException):
    """A run took `TOO_LONG`. Not an Exception, so that no reader takes it for a fault of its text."""


def grown(parts: Parts, length: int) -> str:
    """The text of about this many code points: every repeated part stands equally often, once at least."""
    once = sum(len(part) for part in parts if isinstance(part, str))
    repeated = sum(len(part[0]) for part in parts if isinstance(part, list))
    times = max(1, (length - once) // max(1, repeated))
    return "".join(part if isinstance(part, str) else part[0] * times for part in parts)


def seconds(read: Callable[[str], object], text: str, shortest: float = 0.0) -> float:
    """The processor time of a run, without the collection of garbage; the mean of runs that take `shortest` together.

    The clock of the processor ticks a hundred times a second on some machines: shorter times are told by many runs.
    """
    gc.disable()
    try:
        with _limit():
            start, runs, taken = time.process_time(), 0, -1.0
            while taken < shortest:
                read(text)
                runs, taken = runs + 1, time.process_time() - start
            return taken / runs
    except BrokenOffError:
        return float("inf")
    finally:
        gc.enable()


@contextmanager
def _limit() -> Iterator[None]:
    def broken_off(_: int, __: FrameType | None) -> None:
        raise BrokenOffError

    before = signal.signal(signal.SIGPROF, broken_off)
    signal.setitimer(signal.ITIMER_PROF, TOO_LONG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
