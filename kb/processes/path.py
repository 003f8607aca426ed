"""The command that starts Python apart from the current folder."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

ROOT = str(Path(__file__).resolve().parents[2])
"""The folder that holds `kb`."""
_BOOT = "import sys; n = int(sys.argv[1]) + 2; given = sys.argv[2:n]; del sys.argv[1:n]; "
_BOOT += "sys.path[:] = given + [p for p in sys.path if p not in given]; "


def python(code: str, *arguments: str) -> list[str]:
    """The command that runs `code` in a Python of its own; its `sys.argv[1:]` are the arguments."""
    given = child_path()
    flags = ["-B"] if sys.dont_write_bytecode else []
    command = [sys.executable, "-I", "-X", "utf8", *flags, "-c", _BOOT + code]
    return [*command, str(len(given)), *given, *arguments]


def child_path() -> list[str]:
    """The path of this process less the current folder.

    The folder that holds kb is last where it is the current one: nothing in it comes before a library.
    """
    kept = [entry for entry in sys.path if Path(entry).is_absolute() and not _is_current(entry)]
    return kept if ROOT in kept else [*kept, ROOT]


def _is_current(folder: str) -> bool:
    with suppress(OSError):  # the current folder was deleted, or the entry is no folder
        return Path(folder).samefile(os.curdir)
    return False
