"""Timings of whole processes, as ratios in one run: a cold search against its imports, growth with the corpus.

    python -m tests.bench.latency [--runs 9] [--sizes 1,10,100] [--site-sizes 1,10] [--index DIR]

`--index` is an index of articles (`kb index --from FILE --index DIR`), searched cold as well.

Copies of the corpus are made by copying its document records under new ids and numbers.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.paths import ROOT

SEARCH_BOUND = 2.0
"""Of a cold search, as a multiple of its imports."""
LARGE_SEARCH_BOUND = 2.3
"""The same over some sixty thousand articles."""
EDIT_BOUND = 1.5
"""Seconds from the edit of a record to its being found."""
MEMORY_BOUND = 200
"""MB of a search."""
QUERY = "an toàn về an ninh trật tự"
IMPORTS = [sys.executable, "-c", "import click, whoosh.index"]
SEARCH = [sys.executable, "-c", "from cli import run; run()", "search", QUERY]


# A user's Python keeps its bytecode; where the environment forbids that, our modules would be compiled at every run.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def timed(command: list[str]) -> float:
    """Wall seconds of one run of a process."""
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=quiet, stderr=quiet, check=True)
    return time.perf_counter() - start


def cold_search(runs: int, search_command: list[str], bound: float) -> None:
    """Time the search process and its imports in turn; print the median of their ratios and the peak of memory."""
    timed(search_command)  # builds the index where it is stale, and warms the disk
    pairs = [(timed(search_command), timed(IMPORTS)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    search, imports = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"cold search {search * 1000:.0f} ms, imports {imports * 1000:.0f} ms, ratio {ratio:.2f} (bound {bound}), "
        f"memory {peak_memory(search_command):.0f} MB (bound {MEMORY_BOUND})"
    )


def edited(runs: int) -> None:
    """From the edit of one record to the search that finds it: the index is brought up to date on the way."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        corpus = copied(1, Path(folder))
        path = corpus / "documents" / "tt-124-2021-tt-bca.yaml"
        find = command(corpus, "search", "mochi", "--json")
        subprocess.run(command(corpus, "index"), cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=True)
        for _ in range(runs):
            path.write_text(path.read_text("utf-8").replace("summary: ", "summary: Mochi. ", 1), "utf-8")
            start = time.perf_counter()
            done = subprocess.run(find, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
            seconds.append(time.perf_counter() - start)
            assert "tt-124-2021-tt-bca" in done.stdout, done.stderr
    print(f"one record edited and found {statistics.median(seconds):.2f} s (bound {EDIT_BOUND}), {runs} times")


def peak_memory(command: list[str]) -> float:
    """Peak resident memory of a process, MB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], cwd=ROOT, capture_output=True, text=True, check=True)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout) / unit


def copied(size: int, folder: Path) -> Path:
    """The real corpus with each document `size` times."""
    corpus = folder / "corpus"
    shutil.copytree(ROOT / "corpus", corpus)
    for path in sorted((ROOT / "corpus" / "documents").glob("*.yaml")):
        text = path.read_text("utf-8")
        lines = text.splitlines()
        for copy in range(1, size):
            new = f"{path.stem}-x{copy}"
            head = [
                f"id: {new}" if line.startswith("id:") else line for line in lines if not line.startswith("number:")
            ]
            (corpus / "documents" / f"{new}.yaml").write_text("\n".join([*head, "number: unknown"]) + "\n", "utf-8")
    return corpus


def growth(sizes: list[int], site_sizes: list[int]) -> None:
    """Seconds of check, index and site build at each size, and each as a multiple of the first."""
    first: dict[str, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            corpus = copied(size, Path(folder))
            steps = {"check": command(corpus, "check"), "index": command(corpus, "index")}
            if size in site_sizes:
                steps["site"] = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", f"{folder}/site"]
            for name, words in steps.items():
                start = time.perf_counter()
                environment = ENVIRONMENT | {"KB_CORPUS": str(corpus), "NO_MKDOCS_2_WARNING": "1"}
                subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, check=False)
                seconds = time.perf_counter() - start
                first.setdefault(name, seconds)
                print(f"{size:>4} × documents  {name:<6} {seconds:7.2f} s  {seconds / first[name]:6.1f} × the first")


def command(corpus: Path, *words: str) -> list[str]:
    return [sys.executable, "-c", "from cli import run; run()", "--corpus", str(corpus), *words]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--sizes", default="1,10,100")
    parser.add_argument("--site-sizes", default="1,10")
    parser.add_argument("--index", type=Path)
    options = parser.parse_args()
    cold_search(options.runs, SEARCH, SEARCH_BOUND)
    if options.index:
        cold_search(options.runs, [*SEARCH[:-1], "--index", str(options.index.resolve()), QUERY], LARGE_SEARCH_BOUND)
    edited(options.runs)
    growth(*([int(size) for size in sizes.split(",") if size] for sizes in (options.sizes, options.site_sizes)))


if __name__ == "__main__":
    main()
