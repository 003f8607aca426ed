"""A computation in a process beside this one, which goes on meanwhile and asks for the result when it needs it.

A forked process sees what this one holds without a copy being sent; where processes cannot be forked, or there is one
processor, the computation is done here when it is asked for.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

R = TypeVar("R")


class Beside(Generic[R]):
    """The result of `work`, which is begun at once and does no harm when it is done twice."""

    def __init__(self, work: Callable[[], R]) -> None:
        self._work = work
        self._pipe: Connection | None = None
        if "fork" in multiprocessing.get_all_start_methods() and (os.cpu_count() or 1) > 1:
            context = multiprocessing.get_context("fork")
            self._pipe, far = context.Pipe(duplex=False)
            context.Process(target=_serve, args=(work, far), daemon=True).start()
            far.close()

    def result(self) -> R:
        """What `work` returns or raises; to be asked for once."""
        if self._pipe:
            with suppress(EOFError):  # it failed or was killed: what it met is met again here
                found: R = self._pipe.recv()
                return found
        return self._work()


def _serve(work: Callable[[], R], far: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a break is for the process that asked to act upon
    with suppress(Exception):  # met again by the process that asked, or no one is left to ask
        far.send(work())
