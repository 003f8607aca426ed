"""A program of the system that reads what may be hostile: it has limits of processor and memory too.

They are set in a small Python that becomes the program, so that all it starts has them. Windows has no such limits.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kb.processes.bounded import run_bounded
from kb.processes.function import limit_self
from kb.processes.limits import Limits
from kb.processes.path import python
from kb.processes.program import Finished, located

_CODE = "from kb.processes.limited import become; become(*sys.argv[1:])"


def run_limited(
    name: str,
    *arguments: str,
    limits: Limits,
    places: Sequence[Path] = (),
    environment: Mapping[str, str] | None = None,
) -> Finished:
    """Run a program of PATH, or one of the files `places` where PATH has none, within all of its limits.

    Nothing is on its standard input. `environment` is added to that of this process. Raises ProgramMissing,
    ChildTooSlow, ChildTooLong, and ChildNotStarted.
    """
    command = [located(name, places), *arguments]
    if sys.platform != "win32":
        command = python(_CODE, str(limits.processor), str(limits.memory), *command)
    return Finished(*run_bounded(command, b"", limits, os.environ | dict(environment or {})))


def become(processor: str, memory: str, program: str, *arguments: str) -> None:
    """In the child: set the limits and become the program."""
    limit_self(int(processor), int(memory))
    os.execv(program, [program, *arguments])
