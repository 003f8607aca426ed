"""kill −9 while a command runs: each file is the old one or the new one, and the next command works.

At any moment, and, where strace is installed, at a system call that writes: those moments are few and short.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kb.importing.remarks import without_remarks
from tests.bench.faults.ground import (
    COMMANDS,
    PROGRAM,
    VARIABLES,
    Files,
    is_leftover,
    products,
    run,
    start,
    template,
    users_files,
)

_CALLS = "openat,write,fsync,rename,renameat2,link,unlink,mkdir,rmdir,chmod,ftruncate"
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
Kill = Callable[[Path], bool]
"""Runs the command in a folder and kills it; whether it was killed before its end."""


def kill_at_random(scratch: Path, name: str, kills: int, seed: int) -> Counter[str]:
    """Counts: killed before its end; lost, broken, next failed."""
    chance = random.Random(seed)

    def kill(work: Path, spent: float) -> bool:
        with start(work, COMMANDS[name]) as process:
            time.sleep(chance.uniform(0.3, 0.95) * spent)
            running = process.poll() is None
            process.kill()
            process.communicate()
        return running

    def planned(ground: Path, work: Path) -> list[Kill]:
        spent = min(_seconds(ground, work, name) for _ in range(3))
        return [lambda at: kill(at, spent)] * kills

    return _killed(scratch, name, planned)


def kill_at_writes(scratch: Path, name: str, kills: int, seed: int) -> Counter[str] | None:
    """Counts as above. None without strace."""
    if not shutil.which("strace"):
        return None
    traced = ["strace", "-o", str(scratch / "calls"), "-e"]

    def kill(work: Path, call: str, number: int) -> bool:
        inject = [*traced, f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={number}"]
        return _ended([*inject, *PROGRAM, *COMMANDS[name]], work) != 0

    def planned(ground: Path, work: Path) -> list[Kill]:
        shutil.copytree(ground, work)
        _ended([*traced, f"trace={_CALLS}", *PROGRAM, *COMMANDS[name]], work)
        shutil.rmtree(work)
        met = Counter(found[1] for line in (scratch / "calls").open(errors="replace") if (found := _CALL.match(line)))
        # of the files that are opened, most are modules that are imported
        points = [(call, number) for call in met if call != "openat" for number in range(1, met[call] + 1)]
        points += [("openat", number) for number in range(max(1, met["openat"] - 200), met["openat"] + 1, 5)]
        chosen = random.Random(seed).sample(points, min(kills, len(points)))
        return [lambda at, call=call, number=number: kill(at, call, number) for call, number in chosen]  # type: ignore[misc]

    return _killed(scratch, name, planned)


def _ended(command: list[str], work: Path) -> int:
    variables = os.environ | VARIABLES
    return subprocess.run(command, cwd=work, env=variables, capture_output=True, check=False).returncode


def _seconds(ground: Path, work: Path, name: str) -> float:
    shutil.copytree(ground, work)
    started = time.monotonic()
    run(work, COMMANDS[name])
    spent = time.monotonic() - started
    shutil.rmtree(work)
    return spent


def _killed(scratch: Path, name: str, planned: Callable[[Path, Path], list[Kill]]) -> Counter[str]:
    ground, work = template(scratch / "template", name), scratch / "work"
    before = users_files(ground), products(ground, name)
    plan = planned(ground, work)
    shutil.copytree(ground, work)
    expected = run(work, COMMANDS[name])[0]
    after = users_files(work), products(work, name)
    counts = Counter[str]()
    for kill in plan:
        shutil.rmtree(work)
        shutil.copytree(ground, work)
        counts["killed"] += kill(work)
        _compare(counts, users_files(work), before[0], after[0])
        _compare(counts, products(work, name), before[1], after[1])
        counts["next failed"] += not _goes_on(work, name, expected, after[0])
    return counts


def _compare(counts: Counter[str], found: Files, before: Files, after: Files) -> None:
    counts["lost"] += sum(path not in found for path in before)
    for path, content in found.items():
        if not is_leftover(path):
            counts["broken"] += content not in (before.get(path), after.get(path))


def _facts(content: bytes) -> bytes:
    return without_remarks(content.decode()).encode()


def _goes_on(work: Path, name: str, expected: int, after: Files) -> bool:
    """Whether the command, run again, ends as ever or finds its work done, and a search answers."""
    code, err = run(work, COMMANDS[name])
    done = code == expected or (name in ("new", "import") and code == 1)
    whole = {path: content for path, content in users_files(work).items() if not is_leftover(path)}
    if name == "import":  # run again, it finds the body that was made before the kill, and remarks that
        whole, after = ({path: _facts(content) for path, content in files.items()} for files in (whole, after))
    found, said = run(work, ["search", "tt"])
    return done and whole == after and found == 0 and "Traceback" not in err + said
