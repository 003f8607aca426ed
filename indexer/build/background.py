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
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

R = TypeVar("R")


def can_fork() -> bool:
    """Whether a process can be begun that sees what this one holds."""
    return "fork" in multiprocessing.get_all_start_methods()


def forked(serve: Callable[[Connection], None]) -> tuple[Connection, BaseProcess]:
    """A process that runs `serve` with its end of a pipe, and ours; it ends when this one does."""
    context = multiprocessing.get_context("fork")
    near, far = context.Pipe()
    process = context.Process(target=_run, args=(serve, near, far), daemon=True)
    process.start()
    far.close()
    return near, process


def _run(serve: Callable[[Connection], None], near: Connection, far: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a break is for the process that asked to act upon
    near.close()
    serve(far)


class Background(Generic[R]):
    """The result of `work`, which is begun at once and does no harm when it is done twice."""

    def __init__(self, work: Callable[[], R]) -> None:
        self._work = work
        beside = can_fork() and (os.cpu_count() or 1) > 1
        self._pipe = forked(self._serve)[0] if beside else None

    def result(self) -> R:
        """What `work` returns or raises; to be asked for once."""
        if self._pipe:
            with suppress(EOFError, OSError):  # it failed or was killed: what it met is met again here
                found: R = self._pipe.recv()
                return found
        return self._work()

    def _serve(self, far: Connection) -> None:
        with suppress(Exception):  # met again by the process that asked, or no one is left to ask
            far.send(self._work())
