"""Seconds to build the site at several sizes of the corpus, alone and again without a change.

    python -m tests.bench.site [--sizes 1,3,9]

A size is how often each document of the corpus stands in it: 1 is a hundred documents, 9 a thousand. The index is
built before the clock starts. `kept` is the share of files that the second build left as they were.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.latency import ENVIRONMENT, ROOT, copied

BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]


def measure(size: int) -> tuple[int, float, float, float]:
    """Documents, wall and processor seconds of a build, and the share of files that a second one keeps."""
    from kb.swap import keep_unchanged

    with tempfile.TemporaryDirectory() as folder:
        corpus = copied(size, Path(folder))
        run([sys.executable, "-c", "from cli import run; run()", "--corpus", str(corpus), "index"], corpus)
        before, start = processor(), time.perf_counter()
        run([*BUILD, f"{folder}/first"], corpus)
        wall, cpu = time.perf_counter() - start, processor() - before
        run([*BUILD, f"{folder}/second"], corpus)
        kept = keep_unchanged(Path(folder) / "second", Path(folder) / "first")
        count = sum(path.is_file() for path in Path(folder, "second").rglob("*"))
        documents = len(list((corpus / "documents").glob("*.yaml")))
    return documents, wall, cpu, kept / count


def run(command: list[str], corpus: Path) -> None:
    environment = ENVIRONMENT | {"KB_CORPUS": str(corpus), "NO_MKDOCS_2_WARNING": "1"}
    environment.setdefault("SOURCE_DATE_EPOCH", str(int(time.time())))
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def processor() -> float:
    """Processor seconds of the processes waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1,3,9")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    for size in parser.parse_args().sizes.split(","):
        documents, wall, cpu, kept = measure(int(size))
        each = 1000 * cpu / documents
        print(f"{documents:>6} documents: {wall:6.1f} s, processor {cpu:6.1f} s, {each:5.1f} ms each, kept {kept:.0%}")


if __name__ == "__main__":
    main()
