"""The program of the single file: kb, or what kb starts in a process of its own (`kb.processes.path`).

There is no Python beside it that could run a child, so it reads the command line of Python itself as far as kb uses
it: ``-I -X utf8 [-B] -c CODE [ARGUMENT…]``. The spec sets UTF-8; nothing of the current folder is on the path.
"""

from __future__ import annotations

import os
import sys
from multiprocessing import freeze_support
from pathlib import Path


def child() -> None:
    """Run the code behind ``-c`` with the arguments behind it, as `__main__`."""
    at = sys.argv.index("-c")
    code, sys.argv = sys.argv[at + 1], ["-c", *sys.argv[at + 2 :]]
    exec(compile(code, "<string>", "exec"), {"__name__": "__main__"})


def date_the_corpus(unpacked: Path, program: Path) -> None:
    """Give the files of the carried corpus the time of the program: unpacked anew, they are not newer than an index."""
    time = program.stat().st_mtime_ns
    for file in (unpacked / "kb" / "carried" / "corpus").rglob("*"):
        os.utime(file, ns=(time, time))


if __name__ == "__main__":
    freeze_support()
    if sys.argv[1:2] == ["-I"]:
        child()
    else:
        date_the_corpus(Path(__file__).parent, Path(sys.executable))
        from cli import run

        run()
