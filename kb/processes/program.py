"""A program of the system, git for one, without a shell."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.processes.bounded import run_bounded
from kb.processes.limits import Limits, ProgramMissing

_PROGRAM = Limits(seconds=120)


@dataclass(frozen=True)
class Finished:
    """Exit code (POSIX: minus the signal that ended it), output, and the end of standard error."""

    code: int
    out: bytes
    err: bytes


def run_program(
    name: str,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    limits: Limits = _PROGRAM,
    given: bytes = b"",
) -> Finished:
    """Run a program that PATH has; of the limits, seconds and output hold.

    `given` is its standard input; `environment` is added to that of this process. Raises ProgramMissing, ChildTooSlow,
    ChildTooLong, and ChildNotStarted.
    """
    command = [located(name), *arguments]
    return Finished(*run_bounded(command, given, limits, os.environ | dict(environment or {})))


def located(name: str, places: Sequence[Path] = ()) -> str:
    """The file of a program, from the absolute folders of PATH, else from `places`. Raises ProgramMissing."""
    ends = (".exe", ".com") if os.name == "nt" else ("",)
    named = [Path(folder, name + end) for folder in os.get_exec_path() for end in ends]
    for file in (*named, *places):
        if file.is_absolute() and file.is_file() and os.access(file, os.X_OK):
            return str(file)
    raise ProgramMissing(f"không có chương trình {name} trên máy")
