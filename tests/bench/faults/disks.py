"""A full disk with room for a little, then for more: old or new, one line, and the next command works."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.bench.faults.ground import COMMANDS, SITES, Files, is_leftover, products, run, template, users_files

ROOMS = (0, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
"""kB that are left on the disk."""


class NoDisk(Exception):
    """No disk can be mounted here."""


@contextmanager
def disk(folder: Path, megabytes: int) -> Iterator[None]:
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise NoDisk
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.rmdir()


def fill(folder: Path, room: int) -> None:
    """Fill the disk up to `room` kB."""
    with suppress(OSError), (folder / "filler").open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            continue
    with (folder / "filler").open("rb+") as file:
        file.truncate(max(0, (folder / "filler").stat().st_size - room * 1024))


def fill_disks(scratch: Path, name: str) -> Counter[str]:
    """Counts: runs, refused; lost, broken, tracebacks, next failed."""
    ground = template(scratch / "template", name)
    before, old = users_files(ground), products(ground, name)
    counts = Counter[str]()
    for room in ROOMS:
        work = scratch / "work"
        with disk(work, 48 if name in SITES else 16):
            shutil.copytree(ground, work, dirs_exist_ok=True)
            fill(work, room)
            code, err = run(work, COMMANDS[name])
            counts["runs"] += 1
            counts["refused"] += code == 2
            counts["tracebacks"] += "Traceback" in err or code not in (0, 1, 2)
            _compare(counts, users_files(work) | products(work, name), before | old, code == 2)
            (work / "filler").unlink()
            counts["next failed"] += run(work, COMMANDS[name])[0] not in (0, 1) or run(work, ["search", "tt"])[0] != 0
    return counts


def _compare(counts: Counter[str], found: Files, before: Files, refused: bool) -> None:
    """A file is missing; is neither what it was nor ends as a text does; or something was left behind."""
    counts["lost"] += sum(path not in found for path in before)
    for path, content in found.items():
        whole = content == before.get(path) or not path.endswith(".yaml") or content.endswith(b"\n")
        counts["broken"] += not whole or (refused and is_leftover(path))
