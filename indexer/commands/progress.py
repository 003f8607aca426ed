"""Bars on a terminal: how far a long command is, how fast, how long it will take; nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from indexer.commands.rate import pace
from indexer.engines.progress import Counted, Progress

BARS: dict[Counted, tuple[str, str]] = {
    "records": ("Dựng chỉ mục", "bản ghi"),
    "terms": ("Ghi danh sách của từ", "từ"),
    "rows": ("Gửi trọng số", "bản ghi"),
    "seconds": ("Gộp phân mảnh", "giây"),
}
"""The label and the unit of what is counted one after the other."""


@contextmanager
def progress_bar(label: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that is told how many are done, of how many; 0 where nobody knows, and then without the time left."""
    start, hidden = time.monotonic(), not sys.stderr.isatty()

    def shown(done: int | None) -> str:
        return f"{done} {unit}{pace(done, start, unit)}" if done else ""

    bar: Any
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=hidden, item_show_func=shown) as bar:

        def step(done: int, total: int) -> None:
            bar.length, bar.show_percent, bar.show_eta = total or None, bool(total), bool(total)
            bar.update(done - bar.pos, done)

        yield step


@contextmanager
def build_progress() -> Iterator[Progress]:
    """The bars of a build: the next one begins where the one before has ended."""
    steps: dict[Counted, Callable[[int, int], None]] = {}
    with ExitStack() as shown:

        def told(counted: Counted, done: int, total: int, /) -> None:
            if counted not in steps:
                shown.close()
                steps[counted] = shown.enter_context(progress_bar(*BARS[counted]))
            steps[counted](done, total)

        yield told
