"""The page that checks drafts in headless Chromium: processor time to a first verdict, a megabyte and its report.

    python -m tests.bench.checker [--times 3] [--file TEXT]

after `make runtime` and `kb build`. Printed: seconds of processor time, user and system together, of all processes of
the browser from the question of a fresh page to its first verdict; of a draft of a megabyte in the same worker, and of
the same draft again, when the browser has compiled what a long draft needs of Python; of its report, which is made when
a reader asks for it; and of the same in CPython. Of each the median; the budgets are 3.5 s and, for a megabyte, 1.5
times CPython. The draft cites in every line; `--file` names the plain text of another, repeated to a megabyte.
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
KEPT = ASK.replace("done(found)", "done('findings' in found)")
REPORT = """
const [done] = arguments;
self.asked.report("html").then((page) => done(page.startsWith("<!doctype")), (error) => done(String(error)));
"""
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


def asked(driver: webdriver.Chrome, script: str, *given: str) -> float:
    """Seconds for an answer, which stays in the page: handing it to this process costs the browser time too."""
    driver.set_script_timeout(120)
    process = driver.service.process.pid
    before = spent(process)
    found = driver.execute_async_script(script, *given)
    if found is not True:
        raise SystemExit(f"no answer: {found}")
    return spent(process) - before


def in_browser(driver: webdriver.Chrome, address: str, text: bytes) -> list[float]:
    """Seconds to a first verdict of a fresh page, of `text` behind it, of `text` again, and of the report on it."""
    driver.get(f"{address}kiem-tra/")
    time.sleep(1)
    drafts = [base64.b64encode(content).decode() for content in (WRONG.encode(), text, text)]
    return [*(asked(driver, KEPT, "a.txt", draft, DAY) for draft in drafts), asked(driver, REPORT)]


def in_cpython(times: int, text: bytes) -> list[list[float]]:
    """Seconds of the same review here, where the register's parts are at hand already, and of its report."""
    sources, shards = sharded(compiled(read_tables(ROOT / "corpus" / "register")))
    portable = PortableReview(pack(load_corpus(ROOT / "corpus")), sources)
    portable.check("a.txt", b"A", DAY)
    portable.go_on(dict(enumerate(shards)))
    seconds = []
    for _ in range(times):
        before = time.process_time()
        portable.check("b.txt", text, DAY)
        checked = time.process_time()
        portable.report("html")
        seconds.append([checked - before, time.process_time() - checked])
    return seconds


def a_megabyte(text: str) -> bytes:
    """The text as often as it goes into a megabyte, at least once."""
    return (text * max(1, MEGABYTE // len(text.encode()))).encode()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--file", type=Path)
    given = parser.parse_args()
    times = given.times
    if installed(Workspace(ROOT / "corpus").runtime) is None:
        raise SystemExit("no Python for browsers here: make runtime")
    text = a_megabyte(given.file.read_text("utf-8") if given.file else LONG)
    runs = []
    for _ in range(times):
        with closing(chromium()) as drivers, closing(serve(ROOT / "build" / "site")) as addresses:
            runs.append(in_browser(next(drivers), next(addresses), text))
    first, megabyte, again, report = map(statistics.median, zip(*runs, strict=True))
    here, report_here = map(statistics.median, zip(*in_cpython(times, text), strict=True))
    print(f"first verdict: {first:.2f} s of processor time (budget 3.5)")
    print(f"a megabyte: {megabyte:.2f} s, CPython {here:.2f} s: {megabyte / here:.2f} times (budget 1.5)")
    print(f"the same again: {again:.2f} s, {again / here:.2f} times")
    print(f"its report: {report:.2f} s, CPython {report_here:.2f} s")


if __name__ == "__main__":
    main()
