"""A process that gets its input and gives its output in bounded time and size."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from subprocess import PIPE
from threading import Thread
from typing import IO

from kb.processes.limits import ChildNotStarted, ChildTooLong, ChildTooSlow, Limits

_PIECE = 65_536
_DETAIL = 100_000
"""Bytes of standard error that are kept: the last."""
_DRAIN = 5.0
"""Seconds that the pipes of an ended process may stay open in a process that it left behind."""


def run_bounded(
    command: Sequence[str], data: bytes, limits: Limits, environment: Mapping[str, str]
) -> tuple[int, bytes, bytes]:
    """Exit code (POSIX: minus the signal), output and the end of standard error.

    The child and what it starts stand in a session of their own, all of which is ended when the child is too slow,
    writes too much, or this process is interrupted. Raises ChildTooSlow, ChildTooLong, and ChildNotStarted.
    """
    try:
        child = subprocess.Popen(
            command, bufsize=0, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment, start_new_session=True
        )
    except OSError as error:
        raise ChildNotStarted(f"máy không mở được tiến trình mới ({error.strerror})") from error
    with child:
        into, out_of, errors = _taken(child)
        out, err = _Reader(child, out_of, limits.output), _Reader(child, errors, None)
        threads = [out, err, Thread(target=_feed, args=(into, data), daemon=True)]
        try:
            for thread in threads:
                thread.start()
            code = child.wait(limits.seconds)
        except BaseException as error:
            _end(child)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            raise ChildTooSlow(f"chạy quá {limits.seconds:g} giây không xong", err.text()) from None
        for thread in threads:
            thread.join(_DRAIN)
    if out.too_long:
        raise ChildTooLong("kết quả dài quá mức", err.text())
    return code, bytes(out.read), bytes(err.read)


def _taken(child: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    """The pipes, taken from the child: each belongs to one thread, which alone closes it.

    At the end of a `with` a child closes its pipes under a thread that reads on, and the number of the descriptor may
    by then be another file's.
    """
    assert child.stdin
    assert child.stdout
    assert child.stderr
    pipes = child.stdin, child.stdout, child.stderr
    child.stdin = child.stdout = child.stderr = None
    return pipes


class _Reader(Thread):
    """Reads a pipe to its end: the first `limit` bytes, then ends the child; without a limit keeps the last bytes."""

    def __init__(self, child: subprocess.Popen[bytes], pipe: IO[bytes], limit: int | None) -> None:
        super().__init__(daemon=True)
        self._child, self._pipe, self._limit = child, pipe, limit
        self.read = bytearray()
        self.too_long = False

    def run(self) -> None:
        with self._pipe as pipe:
            while piece := pipe.read(_PIECE):
                if not self.too_long:
                    self._keep(piece)

    def _keep(self, piece: bytes) -> None:
        self.read += piece
        if self._limit is None:
            del self.read[:-_DETAIL]
        elif len(self.read) > self._limit:
            self.too_long = True
            _end(self._child)

    def text(self) -> str:
        return self.read.decode("utf-8", "replace")


def _feed(pipe: IO[bytes], data: bytes) -> None:
    rest = memoryview(data)
    with suppress(OSError), pipe:  # a child need not read all of it
        while rest:
            rest = rest[pipe.write(rest) :]


def _end(child: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
