"""The campaign of faults; exit code 1 where anything was lost or broken, or a next command failed.

    python -m tests.bench.faults [--kills 200] [--seconds 60] [--seed 1] [--only fmt,index]

`--kills` is for each command; `--only ""` leaves the readers beside the writers.

Full disks take root (mount); the order of writes takes strace.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.bench.faults.disks import NoDisk, fill_disks
from tests.bench.faults.ground import COMMANDS
from tests.bench.faults.kills import kill_at_random, kill_at_writes
from tests.bench.faults.order import trace
from tests.bench.faults.readers import read_beside_writers

FAULTS = ("lost", "broken", "next failed", "tracebacks", "unflushed", "folders unflushed", "failed")
ORDERED = ("fmt", "fix", "import", "new")
WRITING = (*ORDERED, "index")
Part = Callable[[Path], "Counter[str] | None"]


def main() -> int:
    """Run every part and print its counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(COMMANDS))
    chosen = parser.parse_args()
    return int(sum(told(title, part) for title, part in parts(chosen)) > 0)


def parts(chosen: argparse.Namespace) -> Iterator[tuple[str, Part]]:
    """What is to be run, each part with its title."""
    names, plan = [name for name in chosen.only.split(",") if name], {"kills": chosen.kills, "seed": chosen.seed}
    if chosen.kills:
        for name in names:
            yield f"kill -9, {name}", partial(kill_at_random, name=name, **plan)
        for name in filter(WRITING.__contains__, names):
            yield f"kill -9 at a write, {name}", partial(kill_at_writes, name=name, **plan)
    for name in names:
        yield f"full disk, {name}", partial(fill_disks, name=name)
    for name in filter(ORDERED.__contains__, names):
        yield f"order of writes, {name}", partial(trace, name=name)
    if chosen.seconds:
        yield "16 readers", partial(read_beside_writers, seconds=chosen.seconds)


def told(title: str, part: Part) -> int:
    """Run a part in a folder of its own and print its counts; the number of faults."""
    scratch = Path(tempfile.mkdtemp(prefix="kb-faults-"))
    try:
        counts = part(scratch)
    except NoDisk:
        counts = None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    if counts is None:
        print(f"{title}: not run here", flush=True)
        return 0
    print(f"{title}: {', '.join(f'{name} {count}' for name, count in counts.items())}", flush=True)
    return sum(counts[fault] for fault in FAULTS)


if __name__ == "__main__":
    sys.exit(main())
