"""Full disks, kills, rights and other writers: the old file or the new one, and nothing beside."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kb.errors import KbError
from kb.files import (
    FileUnwritable,
    create_file,
    replace_file,
)
from kb.files.aside import LEFTOVER
from tests.kb.files.refusing import NOBODY, names, posix, refused, root


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "none", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@root
def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, 64):
        path = disk / "x.yaml"
        create_file(path, b"o" * 20_000)
        for write in (
            lambda: replace_file(path, b"n" * 50_000, b"o" * 20_000),
            lambda: create_file(disk / "m" / "y.yaml", b"n" * 50_000),
        ):
            assert "đĩa đầy" in refused(write, disk)
        assert path.read_bytes() == b"o" * 20_000
        assert [entry.name for entry in disk.rglob("*") if entry.is_file()] == ["x.yaml"]
        replace_file(path, b"n" * 20_000, b"o" * 20_000)
        assert path.read_bytes() == b"n" * 20_000


@posix
def test_a_limit_of_size_loses_nothing(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "x"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        line = refused(lambda: replace_file(path, b"n" * 5000), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert "tệp lớn hơn mức" in line
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x"]


def as_another(work: Callable[[], object]) -> str:
    """What a user without rights is refused with; empty where nothing was."""
    near, far = os.pipe()
    child = os.fork()
    if not child:
        line = ""
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            work()
        except FileUnwritable as error:
            line = str(error)
        except BaseException as error:
            line = repr(error)
        os.write(far, line.encode())
        os._exit(0)
    os.close(far)
    os.waitpid(child, 0)
    with os.fdopen(near, "rb") as said:
        return said.read().decode()


@root
def test_rights_are_asked_of_the_file_and_of_its_folder(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):  # as deep as pytest makes them, with and without several processes
        if not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(0o755)
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o777)
    shared.chmod(0o777)
    path = shared / "x"
    path.write_bytes(b"old")
    path.chmod(0o644)
    assert "không có quyền ghi" in as_another(lambda: replace_file(path, b"new"))
    path.chmod(0o666)
    path.rename(tmp_path / "x")
    assert "không có quyền ghi" in as_another(lambda: replace_file(tmp_path / "x", b"new"))
    assert "không có quyền ghi" in as_another(lambda: create_file(tmp_path / "m" / "y", b"new"))
    assert as_another(lambda: create_file(shared / "m" / "y", b"new")) == ""
    assert (tmp_path / "x").read_bytes() == b"old"
    assert names(tmp_path) == ["shared", "x"]


OLD, NEW = b"o" * 300_000, b"n" * 400_000
WRITER = """
import sys
from pathlib import Path
from kb.files import create_file, replace_file
path, old, new = Path(sys.argv[1]), b"o" * 300_000, b"n" * 400_000
print(flush=True)
for turn in range(10_000):
    replace_file(path, new, old)
    create_file(path.with_name(f"new-{turn}"), new)
    replace_file(path, old, new)
"""


@posix
def test_thirty_kills_leave_the_old_or_the_new(tmp_path: Path) -> None:
    path, dice = tmp_path / "x", random.Random(14)
    path.write_bytes(OLD)
    for _ in range(30):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(dice.random() * 0.05)
            writer.kill()
        assert path.read_bytes() in (OLD, NEW)
        for made in tmp_path.glob("new-*"):
            assert made.read_bytes() == NEW
            made.unlink()
        assert sum(bool(LEFTOVER.fullmatch(name)) for name in names(tmp_path)) <= 1
        replace_file(path, OLD)
        assert names(tmp_path) == ["x"]


COUNTER = """
import sys
from pathlib import Path
from kb.files import FileChanged, replace_file
path, done = Path(sys.argv[1]), 0
while done < 100:
    read = path.read_bytes()
    try: replace_file(path, str(int(read) + 1).encode(), read)
    except FileChanged: continue
    done += 1
"""


@posix
def test_two_writers_lose_no_save_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"0")
    writers = [subprocess.Popen([sys.executable, "-c", COUNTER, str(path)]) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    assert path.read_bytes() == b"200"
    with suppress(KbError):
        replace_file(path, b"", b"")
    assert names(tmp_path) == ["x"]
