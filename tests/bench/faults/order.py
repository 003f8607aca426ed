"""The order of writes by strace: what is put in place was flushed after its last write, and its folder after that.

A power cut keeps what was flushed and, of the rest, anything: so the order is what can be shown without cutting power.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from tests.bench.faults.ground import COMMANDS, PROGRAM, template

_CALLS = "openat,write,fsync,fdatasync,close,rename,renameat,renameat2,link,linkat"
_OPEN = re.compile(r'openat\(AT_FDCWD, "((?:[^"\\]|\\.)*)", [^)]*\) = (\d+)')
_ON = re.compile(r"(write|fsync|fdatasync|close)\((\d+)[,)]")
_PLACED = re.compile(r'(?:rename|renameat2?|link|linkat)\((?:AT_FDCWD, |-100, )?"([^"]*\.kb-[0-9a-f]{32}\.tmp)"')


def trace(scratch: Path, name: str) -> Counter[str] | None:
    """Counts: files put in place; unflushed, folders unflushed. None without strace."""
    if not shutil.which("strace"):
        return None
    ground, log = template(scratch / "template", name), scratch / "strace"
    command = ["strace", "-f", "-e", f"trace={_CALLS}", "-s", "400", "-o", str(log), *PROGRAM, *COMMANDS[name]]
    subprocess.run(command, cwd=ground, capture_output=True, check=False)
    return _counted(log.read_text("utf-8", "replace").splitlines())


def _counted(lines: list[str]) -> Counter[str]:
    counts, paths, flushed, waiting = Counter[str](), dict[str, str](), set[str](), set[str]()
    for line in lines:
        if (found := _OPEN.search(line)) and int(found[2]) > 2:
            paths[found[2]] = found[1]
        elif found := _ON.search(line):
            path = paths.get(found[2], "")
            if found[1] == "write":
                flushed.discard(path)
            elif "sync" in found[1]:
                flushed.add(path)
                waiting.discard(path)
        elif found := _PLACED.search(line):
            if "RENAME_EXCHANGE" in line and "= -1" in line:
                continue
            counts["placed"] += 1
            counts["unflushed"] += found[1] not in flushed
            waiting.add(found[1].rpartition("/")[0])
    counts["folders unflushed"] += len(waiting)
    return counts
