"""A lock is held by one process at a time, goes with its process, and is kept by a child that inherits it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kb.site_build.exclusive_lock import exclusive_lock
from tests.support.paths import ROOT

HOLD = """
import subprocess, sys, time
from pathlib import Path
from kb.site_build.exclusive_lock import exclusive_lock
with exclusive_lock(Path(sys.argv[1])) as lock:
    child = len(sys.argv) > 2 and subprocess.Popen(
        [sys.executable, "-c", "import sys; sys.stdin.read()"], pass_fds=(lock,)
    )
    print("held", flush=True)
    time.sleep(60)
"""
WAIT = """
import sys
from pathlib import Path
from kb.site_build.exclusive_lock import exclusive_lock
with exclusive_lock(Path(sys.argv[1])):
    print("held", flush=True)
"""


@contextmanager
def holder(lock: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock; its standard input is that of its child, if it has one."""
    command = [sys.executable, "-c", HOLD, str(lock), *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def waiter(lock: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WAIT, str(lock)], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")


def test_a_second_process_waits_until_the_first_is_killed(tmp_path: Path) -> None:
    with holder(tmp_path / "build" / "lock") as first:
        second = waiter(tmp_path / "build" / "lock")
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(1.5)
        first.kill()
        assert second.communicate(timeout=30)[0] == "held\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows: khóa không truyền cho tiến trình con")
def test_a_child_that_inherits_the_lock_holds_it_after_its_parent_is_killed(tmp_path: Path) -> None:
    with holder(tmp_path / "lock", "with a child") as first:
        first.kill()
        first.wait()
        second = waiter(tmp_path / "lock")
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(1.5)
        assert first.stdin
        first.stdin.close()  # ends the child
        assert second.communicate(timeout=30)[0] == "held\n"


def test_the_lock_is_released_at_the_end_of_the_block(tmp_path: Path) -> None:
    for _ in range(2):
        start = time.monotonic()
        with exclusive_lock(tmp_path / "lock"):
            assert time.monotonic() - start < 10
