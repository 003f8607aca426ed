"""The campaign of faults; exit code 1 where anything was lost or broken, or a next command failed.

    python -m tests.bench.faults [--kills 200] [--seconds 60] [--seed 1] [--only fmt,index]

Full disks take root (mount); the order of writes takes strace.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.bench.faults.disks import NoDisk, fill_disks
from tests.bench.faults.ground import COMMANDS
from tests.bench.faults.kills import kill_at_random
from tests.bench.faults.order import trace
from tests.bench.faults.readers import read_beside_writers

FAULTS = ("lost", "broken", "next failed", "tracebacks", "unflushed", "folders unflushed", "failed")
ORDERED = ("fmt", "fix", "import", "new")


def main() -> int:
    """Run every part and print its counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(COMMANDS))
    chosen = parser.parse_args()
    names, faults = chosen.only.split(","), 0
    for name in names:
        if chosen.kills:
            faults += told(f"kill -9, {name}", lambda at, n=name: kill_at_random(at, n, chosen.kills, chosen.seed))  # type: ignore[misc]
    for name in names:
        faults += told(f"full disk, {name}", lambda at, n=name: fill_disks(at, n))  # type: ignore[misc]
    for name in filter(ORDERED.__contains__, names):
        faults += told(f"order of writes, {name}", lambda at, n=name: trace(at, n))  # type: ignore[misc]
    if chosen.seconds:
        faults += told("16 readers", lambda at: read_beside_writers(at, chosen.seconds))
    return int(faults > 0)


def told(title: str, part: Callable[[Path], Counter[str] | None]) -> int:
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
