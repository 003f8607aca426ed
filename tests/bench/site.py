"""Seconds to build the site at several sizes of the corpus, alone and again without a change.

    python -m tests.bench.site [--records 279,1000,2000]

The corpus is the real one, grown as `tests.bench.check` grows it. A build is `kb build` as a user waits for it: with
its index, into a place without a site, and then again without a change. `kept` is the share of files that the second
one left as they were; `busy` is the processor time of a build, which other work on the machine
stretches less.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.check import grow
from tests.support.paths import ROOT


def project(folder: Path, records: int) -> tuple[Path, int]:
    """A grown corpus, and how many documents are in it."""
    corpus = folder / "corpus"
    grow(corpus, records)
    return corpus, len(list((corpus / "documents").glob("*.yaml")))


def seconds(corpus: Path) -> tuple[float, float]:
    """Seconds of one `kb build`, and those of them that a processor was busy with it."""
    start, before = time.perf_counter(), os.times()
    command = [sys.executable, "-c", "from cli import run; run()", "--corpus", str(corpus), "build"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, busy


def inodes(site: Path) -> dict[Path, tuple[int, int]]:
    """What a file would lose by being written again, of each file."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in site.rglob("*") if path.is_file()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", default="279,1000,2000")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    for records in parser.parse_args().records.split(","):
        with tempfile.TemporaryDirectory() as folder:
            corpus, documents = project(Path(folder), int(records))
            (first, busy), before = seconds(corpus), inodes(Path(folder) / "build" / "site")
            (again, _), after = seconds(corpus), inodes(Path(folder) / "build" / "site")
        kept = sum(after.get(path) == mark for path, mark in before.items()) / len(before)
        print(
            f"{documents:>6} documents: {first:6.1f} s, {1000 * first / documents:5.1f} ms each, busy {busy:5.1f} s; "
            f"again {again:6.1f} s, kept {kept:.1%} of {len(before)} files"
        )


if __name__ == "__main__":
    main()
