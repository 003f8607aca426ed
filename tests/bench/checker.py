"""The page that checks drafts in headless Chromium: processor time to a first verdict and a megabyte, beside CPython's.

    python -m tests.bench.checker [--times 3]

after `make runtime` and `kb build`. Printed: seconds of processor time, user and system together, of all processes of
the browser from the question of a fresh page to its first verdict; of a draft of a megabyte in the same worker, and
of the same code in CPython. Of each the median; the budgets are 3.5 s and 1.5 times CPython.
"""

from __future__ import annotations

import argparse
import base64
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from selenium import webdriver

from kb.browser_runtime import installed
from kb.corpus.load import load_corpus
from kb.corpus.packed import pack
from kb.register.compiled import compiled
from kb.register.folder import read_tables
from kb.register.shards import sharded
from kb.review.portable import PortableReview
from kb.workspace import Workspace
from tests.support.paths import ROOT
from tests.web.conftest import chromium, serve
from tests.web.test_checker import ASK, DAY, WRONG

LONG = f"{WRONG} Nội dung của đoạn này không viện dẫn văn bản nào.\n"
MEGABYTE = 1_000_000
KEPT = ASK.replace("done(found)", "done('review' in found)")
TICKS = os.sysconf("SC_CLK_TCK")


def family(process: int) -> Iterator[int]:
    """A process and all that it started."""
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


def spent(process: int) -> float:
    """Seconds of processor time of a family, as proc(5) counts them in fields 14 and 15 of stat."""
    total = 0
    for one in family(process):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(") ")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def judged(driver: webdriver.Chrome, content: bytes) -> None:
    """Ask the page; its answer stays there, since handing it to this process costs the browser time too."""
    driver.set_script_timeout(120)
    found = driver.execute_async_script(KEPT, "a.txt", base64.b64encode(content).decode(), DAY)
    if found is not True:
        raise SystemExit(f"no verdict: {found}")


def in_browser(driver: webdriver.Chrome, address: str, text: bytes) -> tuple[float, float]:
    """Seconds to a first verdict of a fresh page, and of `text` behind it."""
    driver.get(f"{address}kiem-tra/")
    time.sleep(1)
    process = driver.service.process.pid
    before = spent(process)
    judged(driver, WRONG.encode())
    first = spent(process)
    judged(driver, text)
    return first - before, spent(process) - first


def in_cpython(times: int, text: bytes) -> list[float]:
    """Seconds of the same review here, where the register's parts are at hand already."""
    sources, shards = sharded(compiled(read_tables(ROOT / "corpus" / "register")))
    portable = PortableReview(pack(load_corpus(ROOT / "corpus")), sources)
    portable.check("a.txt", b"A", DAY)
    portable.go_on(dict(enumerate(shards)))
    seconds = []
    for _ in range(times):
        before = time.process_time()
        portable.check("b.txt", text, DAY)
        seconds.append(time.process_time() - before)
    return seconds


def main() -> None:
    """Print the three figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    if installed(Workspace(ROOT / "corpus").runtime) is None:
        raise SystemExit("no Python for browsers here: make runtime")
    text = (LONG * (MEGABYTE // len(LONG.encode()))).encode()
    runs = []
    for _ in range(times):
        with closing(chromium()) as drivers, closing(serve(ROOT / "build" / "site")) as addresses:
            runs.append(in_browser(next(drivers), next(addresses), text))
    first, megabyte = (statistics.median(run[at] for run in runs) for at in (0, 1))
    here = statistics.median(in_cpython(times, text))
    print(f"first verdict: {first:.2f} s of processor time (budget 3.5)")
    print(f"a megabyte: {megabyte:.2f} s, CPython {here:.2f} s: {megabyte / here:.2f} times (budget 1.5)")


if __name__ == "__main__":
    main()
