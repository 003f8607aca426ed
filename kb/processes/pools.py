"""Processes of `multiprocessing` and `concurrent.futures`, started apart from the current folder.

A forked process imports nothing anew. A spawned one is `python -c …`, which takes `multiprocessing.py` from the current
folder; so is the process that tracks its semaphores. The standard library has no setting for that before 3.11
(PYTHONSAFEPATH), but all of them ask one function for the options of the interpreter, and that adds `-I` here.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import util
from multiprocessing.context import BaseContext, SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from threading import RLock
from typing import Any

from kb.processes.path import child_path

_starting = RLock()


def fork_context() -> BaseContext | None:
    """The context whose processes see what this one holds; None where there is no fork."""
    return multiprocessing.get_context("fork") if "fork" in multiprocessing.get_all_start_methods() else None


def pool_context() -> BaseContext:
    """The context for pools: fork on Linux, as Python up to 3.13, elsewhere spawn apart from the current folder."""
    return (sys.platform == "linux" and fork_context()) or spawn_context()


def spawn_context() -> BaseContext:
    """A context whose new interpreters take nothing from the current folder."""
    if sys.platform != "win32":
        with _apart():
            from multiprocessing import resource_tracker

            resource_tracker.ensure_running()
    return _Context()


class _Process(SpawnProcess):
    @staticmethod
    def _Popen(process_obj: BaseProcess) -> Any:  # the step of `start` at which contexts differ
        with _apart():
            return SpawnProcess._Popen(process_obj)


class _Context(SpawnContext):
    Process = _Process


@contextmanager
def _apart() -> Iterator[None]:
    """Interpreters that are started in the block get `-I`, and the path that children get."""
    with _starting:
        options, path = util._args_from_interpreter_flags, sys.path[:]  # type: ignore[attr-defined]
        util._args_from_interpreter_flags = lambda: [*dict.fromkeys([*options(), "-I"])]  # type: ignore[attr-defined]
        sys.path[:] = child_path()
        try:
            yield
        finally:
            util._args_from_interpreter_flags = options  # type: ignore[attr-defined]
            sys.path[:] = path
