"""One writer at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def exclusive_lock(lock: Path) -> Iterator[int]:
    """One writer at a time, the next one waits. Gives the lock's descriptor: a process that inherits it holds the
    lock too, so that a killed writer's own child is waited for. It goes with its process: a killed one leaves none."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()
