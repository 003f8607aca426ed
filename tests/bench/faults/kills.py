"""kill −9 at any moment of a command: each file is the old one or the new one, and the next command works."""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from pathlib import Path

from tests.bench.faults.ground import COMMANDS, Files, is_leftover, products, run, start, template, users_files


def kill_at_random(scratch: Path, name: str, kills: int, seed: int) -> Counter[str]:
    """Counts: killed before its end; lost, broken, next failed."""
    ground, work = template(scratch / "template", name), scratch / "work"
    before = users_files(ground), products(ground, name)
    started = time.monotonic()
    shutil.copytree(ground, work)
    expected = run(work, COMMANDS[name])[0]
    spent = time.monotonic() - started
    after = users_files(work), products(work, name)
    chance, counts = random.Random(seed), Counter[str]()
    for _ in range(kills):
        shutil.rmtree(work)
        shutil.copytree(ground, work)
        with start(work, COMMANDS[name]) as process:
            time.sleep(chance.uniform(0.3, 0.95) * spent)
            counts["killed"] += process.poll() is None
            process.kill()
            process.communicate()
        _compare(counts, users_files(work), before[0], after[0])
        _compare(counts, products(work, name), before[1], after[1])
        counts["next failed"] += not _goes_on(work, name, expected, after[0], before[0])
    return counts


def _compare(counts: Counter[str], found: Files, before: Files, after: Files) -> None:
    counts["lost"] += sum(path not in found for path in before)
    for path, content in found.items():
        if not is_leftover(path):
            counts["broken"] += content not in (before.get(path), after.get(path))


def _goes_on(work: Path, name: str, expected: int, after: Files, before: Files) -> bool:
    """Whether the command, run again, ends as ever or finds its work done, and a search answers."""
    code, err = run(work, COMMANDS[name])
    done = code == expected or (name in ("new", "import") and code == 1 and users_files(work).keys() >= after.keys())
    whole = {path: content for path, content in users_files(work).items() if not is_leftover(path)}
    found, said = run(work, ["search", "tt"])
    return done and whole == after and found == 0 and "Traceback" not in err + said and before.keys() <= whole.keys()
