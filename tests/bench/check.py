"""Seconds of `kb check` as a user waits for it: whole processes, over a corpus of a given number of records.

    python -m tests.bench.check --records 1000

The corpus is the real one, copied under other ids and numbers until it has that many records; relations of a copy lead
to the copies of the same round. Each figure is the median of several runs. The first time there is no cache of records
(`build/parsed.json`); the others have it. Compiled modules are kept, as where kb is installed.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.paths import ROOT

COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BOUNDS = {"whole, first time": 4.0, "whole, again": 4.0, "one changed file": 0.5}
"""Seconds, for 1,000 records."""
_NUMBER = re.compile(r"^number: '?(\d+)", re.MULTILINE)
_TITLE = re.compile(r"^(title|name): (['\"]?)", re.MULTILINE)


def grow(target: Path, records: int) -> int:
    """Write a corpus of at least so many records and return how many it has."""
    sources = sorted(path for path in (ROOT / "corpus").glob("*/*.yaml"))
    for path in sources:
        _write(target / path.parent.name / path.name, path.read_text("utf-8"))
    documents = [path for path in sources if path.parent.name == "documents"]
    ids = re.compile(rf"(?<![\w-])({'|'.join(re.escape(path.stem) for path in documents)})(?![\w-])")
    count, turn = len(sources), 0
    while count < records:
        turn += 1
        for path in documents:
            text = ids.sub(rf"\g<1>-b{turn}", path.read_text("utf-8"))
            text = _NUMBER.sub(rf"\g<0>{turn}", text)
            text = _TITLE.sub(rf"\g<1>: \g<2>Lần {turn} ", text)
            _write(target / "documents" / f"{path.stem}-b{turn}.yaml", text)
        count += len(documents)
    return count


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def seconds(corpus: Path, *arguments: str) -> float:
    """Seconds of one process of `kb check`."""
    command = [sys.executable, "-c", "from cli import run; run()", "--corpus", str(corpus), "check", *arguments]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=COMPILED, check=False, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        count = grow(corpus, options.records)
        store = Path(folder) / "build" / "parsed.json"
        changed = corpus / "documents" / "tt-124-2021-tt-bca.yaml"
        figures: dict[str, list[float]] = {name: [] for name in BOUNDS}
        for turn in range(options.runs):
            store.unlink(missing_ok=True)
            figures["whole, first time"].append(seconds(corpus))
            figures["whole, again"].append(seconds(corpus))
            changed.write_text(changed.read_text("utf-8") + f"# lần {turn}\n", "utf-8")
            figures["one changed file"].append(seconds(corpus, str(changed)))
        bare = [_timed([sys.executable, "-c", "import click, msgspec, yaml, kb.model"]) for _ in range(options.runs)]
    print(f"{count} records, median of {options.runs} runs; imports alone {statistics.median(bare):.2f} s")
    for name, times in figures.items():
        print(f"{statistics.median(times):6.2f} s  {name} (bound {BOUNDS[name]} at 1,000 records)")


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=COMPILED, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
