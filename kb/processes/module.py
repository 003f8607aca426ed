"""A module run as a program, as `python -m` does, but apart from the current folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping

from kb.processes.path import python

_RUN = "import runpy; sys.argv[:1] = []; runpy.run_module(sys.argv[0], run_name='__main__', alter_sys=True)"


def run_module(
    module: str,
    *arguments: str,
    environment: Mapping[str, str] | None = None,
    hold: tuple[int, ...] = (),
    quiet: bool = False,
) -> int:
    """Run a module as a program until it ends, on the terminal of this one; its exit code.

    `environment` is added to that of this process; `hold` are descriptors that the child inherits (POSIX). What a
    `quiet` child prints is dropped.
    """
    added, held = os.environ | dict(environment or {}), hold if os.name == "posix" else ()
    shown = subprocess.DEVNULL if quiet else None
    return subprocess.call(python(_RUN, module, *arguments), env=added, pass_fds=held, stdout=shown, stderr=shown)
