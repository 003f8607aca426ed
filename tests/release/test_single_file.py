"""What kb starts in a process of its own is understood by the program of the single file, where no Python is."""

from __future__ import annotations

import os
import runpy
import subprocess
from pathlib import Path

from kb.processes.path import python
from tests.support.paths import ROOT

START = ROOT / "release" / "single_file" / "start.py"


def test_the_command_of_a_child_is_run() -> None:
    program, *arguments = python("import sys; print(__name__, sys.argv[1:])", "a b", "-c")
    done = subprocess.run(
        [program, str(START), *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout, done.stderr) == ("__main__ ['a b', '-c']\n", "")


def test_a_corpus_unpacked_anew_is_as_old_as_the_program(tmp_path: Path) -> None:
    program = tmp_path / "kb"
    record = tmp_path / "kb/carried/corpus/documents/nd-1.yaml"
    record.parent.mkdir(parents=True)
    record.touch()
    os.utime(program, ns=(10**18, 10**18))
    runpy.run_path(str(START))["date_the_corpus"](tmp_path, program)
    assert {path.stat().st_mtime_ns for path in record.parents[1].rglob("*")} == {10**18}
