"""Starts processes, none of which takes code from the folder one stands in.

Python puts the current folder (`-c`, `-m`) or a script's folder before the standard library, and `-P` came with 3.11.
So children start with `-I`, which reads neither folder nor environment, and a boot that gives them the path of this
process less the current folder: user installs and PYTHONPATH go on working, a `json.py` beside a draft is never run.
They speak UTF-8 (`-X utf8`) whatever the locale, since `-I` reads no PYTHONIOENCODING either.

Programs of the system are taken from the absolute folders of PATH alone; Windows looks in the current folder first.
"""

from __future__ import annotations

from kb.processes.function import call
from kb.processes.limited import run_limited
from kb.processes.limits import (
    ChildFailed,
    ChildNotStarted,
    ChildOutOfMemory,
    ChildTooLong,
    ChildTooSlow,
    Limits,
    ProgramMissing,
)
from kb.processes.module import run_module
from kb.processes.pools import fork_context, pool_context
from kb.processes.program import Finished, run_program

__all__ = [
    "ChildFailed",
    "ChildNotStarted",
    "ChildOutOfMemory",
    "ChildTooLong",
    "ChildTooSlow",
    "Finished",
    "Limits",
    "ProgramMissing",
    "call",
    "fork_context",
    "pool_context",
    "run_limited",
    "run_module",
    "run_program",
]
