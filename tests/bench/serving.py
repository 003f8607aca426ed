"""The memory of `kb serve` over many rebuilds: each edit of a record is seen on its page before the next one.

    python -m tests.bench.serving [--rebuilds 200]

Linux: the memory of the process is read from /proc. The corpus is a small one, made for this; the builds are real.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.bench.faults.ground import start, template

LONGEST = 120.0
"""Seconds after which a rebuild is taken for lost."""


def main() -> int:
    """Print the memory at the first, at every twentieth and at the last rebuild; 1 where one was not seen."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rebuilds", type=int, default=200)
    rebuilds = parser.parse_args().rebuilds
    with tempfile.TemporaryDirectory() as scratch:
        folder = template(Path(scratch) / "ground", "build")
        with start(folder, ["serve", "--address", "127.0.0.1:0"]) as server:
            try:
                return _edited(folder, server, rebuilds)
            finally:
                server.terminate()


def _edited(folder: Path, server: subprocess.Popen[bytes], rebuilds: int) -> int:
    record = folder / "corpus" / "documents" / "tt-1.yaml"
    text, address = record.read_text("utf-8"), _address(server)
    for edit in range(1, rebuilds + 1):
        record.write_text(text.replace("Tóm tắt.", f"Tóm tắt, lần {edit}."), "utf-8")
        if not _shown(f"{address}van-ban/tt-1/", f"Tóm tắt, lần {edit}."):
            print(f"edit {edit} was not shown within {LONGEST:.0f} s")
            return 1
        if edit == 1 or not edit % 20 or edit == rebuilds:
            print(f"{edit:4} rebuilds: {_resident(server.pid):.1f} MB", flush=True)
    return 0


def _address(server: subprocess.Popen[bytes]) -> str:
    """What the server says it is reached by; ends with a slash."""
    assert server.stderr
    assert server.stderr
    for line in server.stderr:
        if found := re.search(rb"http://\S+/", line):
            return found.group().decode()
    raise RuntimeError("the server ended before it said its address")


def _shown(page: str, words: str) -> bool:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        with urllib.request.urlopen(page, timeout=10) as answer:
            if words in answer.read().decode():
                return True
        time.sleep(0.1)
    return False


def _resident(process: int) -> float:
    """MB of memory that are the process's own and its share of others'."""
    found = re.search(r"VmRSS:\s*(\d+) kB", Path(f"/proc/{process}/status").read_text("ascii"))
    assert found
    return int(found.group(1)) / 1000


if __name__ == "__main__":
    raise SystemExit(main())
