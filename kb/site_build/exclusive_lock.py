"""An exclusive lock between processes: one writer at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import lock_descriptor


@contextmanager
def exclusive_lock(lock: Path) -> Iterator[int]:
    """Hold the lock on the file `lock`, made where there is none; waits while another process holds it.

    The system releases it when the process ends, killed or not. Gives the descriptor of the file: on POSIX a child
    process that inherits it holds the lock too, until it ends, so a killed writer's child is waited for. On Windows
    the lock is that of this process alone. Raises OSError when the file cannot be opened or its disk locks no file.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        lock_descriptor(file.fileno())
        yield file.fileno()
